package dev.overlap.protocol;

import java.util.Set;

/** The names of all fields that events of this version have. */
final class FieldNames {

    static final Set<String> KNOWN =
            Set.of(
                    "e",
                    "t",
                    "v",
                    "wall",
                    "unc",
                    "pid",
                    "ppid",
                    "token",
                    "lang",
                    "version",
                    "argv",
                    "processors",
                    "gil",
                    "sees",
                    "w",
                    "kind",
                    "name",
                    "on",
                    "tid",
                    "aux",
                    "cpu",
                    "k",
                    "by",
                    "at",
                    "id",
                    "p",
                    "for",
                    "host",
                    "how",
                    "err",
                    "say",
                    "what",
                    "d",
                    "x",
                    "method",
                    "url",
                    "conn",
                    "reused",
                    "status",
                    "bytes",
                    "sent",
                    "text",
                    "lost");

    private FieldNames() {}
}
