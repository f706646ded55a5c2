package fr.respop.engine.content;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hl7.elm.r1.Element;
import org.jspecify.annotations.Nullable;

/** The places in an element of the Expression Logical Model that hold other elements, which its visitors cannot replace. */
final class ElmChildren {

    private static final Map<Class<?>, List<PropertyDescriptor>> PROPERTIES = new ConcurrentHashMap<>();

    private ElmChildren() {}

    /** A place that holds an element. */
    static final class Child {

        private Element element;
        private final Consumer<Element> place;

        private Child(Element element, Consumer<Element> place) {
            this.element = element;
            this.place = place;
        }

        Element get() {
            return element;
        }

        void set(Element other) {
            place.accept(other);
            element = other;
        }
    }

    static List<Child> of(Element parent) {
        var children = new ArrayList<Child>();
        for (var property : PROPERTIES.computeIfAbsent(parent.getClass(), ElmChildren::properties)) {
            var value = read(parent, property);
            if (value instanceof Element element) {
                children.add(new Child(element, other -> write(parent, property, other)));
            } else if (value instanceof List<?> list) {
                addAll(list, children);
            }
        }
        return children;
    }

    @SuppressWarnings("unchecked") // What takes the place of an expression is one.
    private static void addAll(List<?> list, List<Child> children) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Element element) {
                var index = i;
                children.add(new Child(element, other -> ((List<Object>) list).set(index, other)));
            }
        }
    }

    private static List<PropertyDescriptor> properties(Class<?> type) {
        try {
            return Arrays.stream(Introspector.getBeanInfo(type).getPropertyDescriptors())
                    .filter(property -> property.getReadMethod() != null && property.getWriteMethod() != null)
                    .filter(property -> Element.class.isAssignableFrom(property.getPropertyType())
                            || List.class.isAssignableFrom(property.getPropertyType()))
                    .toList();
        } catch (IntrospectionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object read(Element parent, PropertyDescriptor property) {
        return invoke(() -> property.getReadMethod().invoke(parent));
    }

    private static void write(Element parent, PropertyDescriptor property, Element child) {
        invoke(() -> property.getWriteMethod().invoke(parent, child));
    }

    private static @Nullable Object invoke(ReflectiveCall call) {
        try {
            return call.run();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface ReflectiveCall {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }
}
