package fr.respop.server.guide;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the pages that the module {@code ig} wrote. Who may reach them is decided where it is for every request. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration implements WebMvcConfigurer {

    private static final List<String> FOLDERS = List.of("/ig/", "/ig/en/", "/ig/fr/");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/ig/**")
                .addResourceLocations("classpath:/fr/respop/guide/site/")
                .setCacheControl(CacheControl.noCache())
                // Every build gives its files the same day, so that a page would seem unchanged after an update.
                .setUseLastModified(false);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (String folder : FOLDERS) {
            registry.addRedirectViewController(folder.substring(0, folder.length() - 1), folder);
            registry.addViewController(folder).setViewName("forward:" + folder + "index.html");
        }
    }
}
