package fr.respop.guide.render;

import com.fasterxml.jackson.databind.JsonNode;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleCollection;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets templates read JSON by its field names; methods that a template calls get the JSON itself. */
final class JsonWrapper extends DefaultObjectWrapper {

    JsonWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    protected @Nullable TemplateModel handleUnknownType(Object value) throws TemplateModelException {
        return value instanceof JsonNode node ? model(node) : super.handleUnknownType(value);
    }

    private @Nullable TemplateModel model(JsonNode node) {
        if (node.isObject()) {
            return new JsonObject(node);
        } else if (node.isArray()) {
            return new JsonArray(node);
        } else if (node.isBoolean()) {
            return node.asBoolean() ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        } else if (node.isNumber()) {
            return new SimpleNumber(node.numberValue());
        }
        return node.isTextual() ? new SimpleScalar(node.asText()) : null;
    }

    private final class JsonObject implements TemplateHashModelEx, AdapterTemplateModel {

        private final JsonNode node;

        JsonObject(JsonNode node) {
            this.node = node;
        }

        @Override
        public @Nullable TemplateModel get(String field) {
            return model(node.path(field));
        }

        @Override
        public boolean isEmpty() {
            return node.isEmpty();
        }

        @Override
        public int size() {
            return node.size();
        }

        @Override
        public TemplateCollectionModel keys() {
            return new SimpleCollection(node.fieldNames(), JsonWrapper.this);
        }

        @Override
        public TemplateCollectionModel values() {
            List<JsonNode> values = new ArrayList<>();
            node.forEach(values::add);
            return new SimpleCollection(values, JsonWrapper.this);
        }

        @Override
        public Object getAdaptedObject(Class<?> hint) {
            return node;
        }
    }

    private final class JsonArray implements TemplateSequenceModel, AdapterTemplateModel {

        private final JsonNode node;

        JsonArray(JsonNode node) {
            this.node = node;
        }

        @Override
        public @Nullable TemplateModel get(int index) {
            return model(node.path(index));
        }

        @Override
        public int size() {
            return node.size();
        }

        @Override
        public Object getAdaptedObject(Class<?> hint) {
            return node;
        }
    }
}
