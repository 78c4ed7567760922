package dev.overlap.ui;

import dev.overlap.plan.SiteList;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.text.SettingsText;
import dev.overlap.ui.settings.SettingsPane;

import javafx.beans.value.ObservableValue;

/**
 * Shows at the network settings that no proxy is used, while the list has a site for which other
 * programs would use one.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ProxyNote {

    private ProxyNote() {}

    /** Updates the note whenever the list changes. */
    static void keep(ObservableValue<SiteList> list, SettingsPane settings, ProxySettings proxies) {
        list.subscribe(now -> settings.note(sentence(now, proxies)));
    }

    private static String sentence(SiteList list, ProxySettings proxies) {
        return proxies.firstFor(list)
                .map(proxy -> SettingsText.NO_PROXY.formatted(proxy.text()))
                .orElse("");
    }
}
