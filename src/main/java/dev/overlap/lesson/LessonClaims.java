package dev.overlap.lesson;

import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.LessonScope;
import dev.overlap.lesson.claim.MeasuredText;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

import java.util.ArrayList;
import java.util.List;

/** Reads what a lesson states of its runs: claims, and the figures that its explanation names. */
final class LessonClaims {

    private final ErrorCollector errors;
    private final @Nullable LessonScope scope;

    /**
     * @param scope what the statements may name; null if models or list are not valid
     */
    LessonClaims(ErrorCollector errors, @Nullable LessonScope scope) {
        this.errors = errors;
        this.scope = scope;
    }

    /** Reads a list of claims, or a single one. */
    List<Claim> read(YamlValue value) {
        List<Claim> claims = new ArrayList<>();
        for (YamlValue item : value.isList() ? value.items() : List.of(value)) {
            Claim claim = errors.<@Nullable Claim>read(item.line(), () -> claim(item), null);
            if (claim != null) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private Claim claim(YamlValue item) {
        Claim claim = Claim.parse(item.paragraph());
        if (scope != null) {
            claim.requireWithin(scope);
        }
        return claim;
    }

    /** Reads a text, and reports figures in it that cannot be measured in their lines. */
    String text(YamlValue value) {
        String text = value.paragraphs();
        if (scope != null) {
            boolean isLiteral = value.style() == ScalarStyle.LITERAL;
            List<String> lines = isLiteral ? value.text().lines().toList() : List.of(text);
            for (int i = 0; i < lines.size(); i++) {
                int line = value.line() + (isLiteral ? i + 1 : 0);
                MeasuredText.problems(lines.get(i), scope).forEach(it -> errors.add(line, it));
            }
        }
        return text;
    }
}
