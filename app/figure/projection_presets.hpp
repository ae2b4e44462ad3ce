#pragma once

#include <string>
#include <vector>

namespace app {

/// A projection that takes its centre from the view.
struct ProjectionPreset {
    const char* name;  ///< for --projection: "laea"
    const char* words; ///< for menus: "Equal area (Lambert azimuthal)"
    const char* use;   ///< what it is good for
};
/// In the order of menus.
[[nodiscard]] const std::vector<ProjectionPreset>& projection_presets();
[[nodiscard]] bool is_projection_preset(const std::string& definition);

} // namespace app
