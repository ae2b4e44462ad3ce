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

/// Composing away from the window's thread: a value goes in, a value comes out, the newest request wins.
namespace app {

/// The halves of a map that are composed apart: the ground changes with the view, the rest with time too.
enum class MapPart { Ground, Overlay };

struct MapJob {
    MapPart part = MapPart::Ground;
    std::shared_ptr<const assets::Scenario> scenario; ///< what the snapshot points into
    std::shared_ptr<const assets::Snapshot> snapshot; ///< as it is to be shown: hidden zones are not in it
    render::Figure figure;                            ///< with its page
    std::shared_ptr<const render::Composer> composer;
    double px_per_mm = 0;
    unsigned long number = 0; ///< comes back with the result
};

/// A half, split at the land: what lies below it and what lies above.
struct MapResult {
    MapPart part = MapPart::Ground;
    unsigned long number = 0;
    std::string error; ///< a sentence; empty when composed
    render::Layout layout;
    render::Mesh below, above; ///< ground: sea and graticule, land and lines; overlay: tints, the rest
    std::shared_ptr<const render::HitIndex> things; ///< overlay: what is above, and where
};

[[nodiscard]] MapResult compose_part(const MapJob&);

/// Composes on a thread of its own, the newest request first. Everything here may be called from the window's thread.
class MapWorker {
public:
    explicit MapWorker(Signal&);

    void ask(MapJob job) { m_job.ask(std::move(job)); }
    [[nodiscard]] std::optional<MapResult> take() { return m_job.take(); }
    [[nodiscard]] bool busy() const { return m_job.busy(); } ///< see LatestJob

private:
    /// Letting go of a picture of very many things takes a while: the worker's thread does it, once nobody else holds
    /// the picture. Only that thread uses this list.
    std::vector<std::shared_ptr<const render::HitIndex>> m_handed_out;
    LatestJob<MapJob, MapResult> m_job; ///< last: its thread uses the list
};

} // namespace app
