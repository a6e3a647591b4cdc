package org.rdpdx.rulebook;

import org.jspecify.annotations.Nullable;
import org.kie.api.conf.ConfigurationKey;
import org.kie.api.conf.OptionKey;
import org.kie.api.conf.OptionsConfiguration;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.conf.KnowledgeBuilderOption;
import org.kie.internal.builder.conf.MultiValueKieBuilderOption;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.kie.internal.builder.conf.SingleValueKieBuilderOption;

/**
 * Tells Drools, when it makes a base of a model, not to work out which properties each rule reads: facts never change. It
 * asks for that one option only; its own configuration would load the compiler for Java, which no compiled rule needs.
 */
final class ClassReactive implements KnowledgeBuilderConfiguration {

    private final ClassLoader loader;

    ClassReactive(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public <C extends SingleValueKieBuilderOption> C getOption(OptionKey<C> key) {
        if (key.equals(PropertySpecificOption.KEY)) {
            @SuppressWarnings("unchecked") // the key says so
            C option = (C) PropertySpecificOption.DISABLED;
            return option;
        }
        throw new UnsupportedOperationException(key.name());
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public @Nullable String getProperty(String name) {
        return null;
    }

    @Override
    public boolean setProperty(String name, String value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public <C extends KnowledgeBuilderOption> void setOption(C option) {
        throw new UnsupportedOperationException(option.toString());
    }

    @Override
    public void makeImmutable() {
        // it never was anything else
    }

    @Override
    public <
                    X extends
                            OptionsConfiguration<
                                            KnowledgeBuilderOption,
                                            SingleValueKieBuilderOption,
                                            MultiValueKieBuilderOption>>
            X as(ConfigurationKey<X> key) {
        throw new UnsupportedOperationException(key.toString());
    }
}
