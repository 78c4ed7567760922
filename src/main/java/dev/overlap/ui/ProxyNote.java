package dev.overlap.ui;

import dev.overlap.plan.SiteList;
import dev.overlap.proxy.ProxySettings;
import dev.overlap.text.SettingsText;
import dev.overlap.ui.settings.SettingsPane;

import javafx.beans.value.ObservableValue;

/**
 * The note at the settings of the network that no proxy is used: there while a site of the list is
 * one that other programs would ask a proxy for.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ProxyNote {

    private ProxyNote() {}

    /** Keeps the note true while the list changes. */
    static void keep(ObservableValue<SiteList> list, SettingsPane settings, ProxySettings proxies) {
        list.subscribe(now -> settings.note(sentence(now, proxies)));
    }

    private static String sentence(SiteList list, ProxySettings proxies) {
        return proxies.firstFor(list)
                .map(proxy -> SettingsText.NO_PROXY.formatted(proxy.text()))
                .orElse("");
    }
}
