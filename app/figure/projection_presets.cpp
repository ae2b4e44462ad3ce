#include "app/figure/projection_presets.hpp"

#include <algorithm>

namespace app {

const std::vector<ProjectionPreset>& projection_presets() {
    static const std::vector<ProjectionPreset> presets{
        {"laea", "Equal area (Lambert azimuthal)", "areas are true; the best choice for a region or an ocean"},
        {"ortho", "Globe (orthographic)", "the Earth as seen from far away; half of it at most"},
        {"aeqd", "Equidistant (azimuthal)", "distances from the centre are true; for ranges"},
        {"lcc", "Conformal conic (Lambert)", "shapes are true; for middle latitudes, from 15 degrees on"},
        {"merc", "Mercator", "a course is a straight line; areas grow towards the poles; ends at 85 degrees"},
        {"eqearth", "Equal Earth", "areas are true; for the whole world"},
        {"robin", "Robinson", "a compromise; for the whole world"},
        {"eqc", "Plate carrée", "degrees are squares; for a quick look only"},
    };
    return presets;
}

bool is_projection_preset(const std::string& definition) {
    const auto& presets = projection_presets();
    return std::any_of(presets.begin(), presets.end(), [&](const ProjectionPreset& p) { return p.name == definition; });
}

} // namespace app
