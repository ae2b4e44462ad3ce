#pragma once

#include "app/base/latest_job.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/map/composer.hpp"
#include "render/picture/inspect.hpp"
#include "render/sfml/mesh.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Composes maps on other threads than the window's. A newer job replaces one that still waits.
namespace app {

/// The parts of a map that are composed separately. The ground changes with the view, the overlay also with time.
enum class MapPart { Ground, Overlay };

struct MapJob {
    MapPart part = MapPart::Ground;
    std::shared_ptr<const assets::Scenario> scenario; ///< the scenario of the snapshot
    std::shared_ptr<const assets::Snapshot> snapshot; ///< without hidden zones
    render::Figure figure;                            ///< with the page size
    std::shared_ptr<const render::Composer> composer;
    double px_per_mm = 0;
    unsigned long number = 0; ///< copied to the result
};

/// A composed part of the map, split into the meshes below and above the land.
struct MapResult {
    MapPart part = MapPart::Ground;
    unsigned long number = 0;
    std::string error; ///< a sentence; empty when composed
    render::Layout layout;
    render::Mesh below, above; ///< ground: sea and graticule; land and lines. Overlay: tints; everything else
    std::shared_ptr<const render::HitIndex> hit_index; ///< of an overlay: the drawings in `above`
    std::shared_ptr<const render::Theme> theme;        ///< of an overlay: the theme it was drawn with
};

/// Composes a part and makes its meshes. Errors are returned in the result.
[[nodiscard]] MapResult compose_part(const MapJob&);

/// Composes jobs on its own thread. All functions are called from the window's thread and return at once.
class MapWorker {
public:
    explicit MapWorker(Signal&);

    void ask(MapJob job) { m_job.ask(std::move(job)); }
    [[nodiscard]] std::optional<MapResult> take() { return m_job.take(); }
    [[nodiscard]] bool busy() const { return m_job.busy(); } ///< see LatestJob

private:
    /// The indices of earlier results. Freeing one that has very many drawings takes long, so the worker's thread does
    /// so once no one else holds the index. Only that thread uses this list.
    std::vector<std::shared_ptr<const render::HitIndex>> m_earlier_indices;
    LatestJob<MapJob, MapResult> m_job; ///< declared last, because its thread uses the list
};

} // namespace app
