package dev.overlap.runtime;

import dev.overlap.lab.LabRoutes;
import dev.overlap.plan.repair.LabPaths;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The paths that the lab itself says it serves. */
public final class LabRouteTable implements LabPaths {

    @Override
    public @Nullable String refusal(String method, String target) {
        return LabRoutes.refusal(method, target);
    }

    @Override
    public List<String> examples() {
        return LabRoutes.examples();
    }
}
