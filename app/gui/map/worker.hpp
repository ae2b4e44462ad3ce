#pragma once

#include "app/gui/host/wake.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/map/composer.hpp"
#include "render/picture/inspect.hpp"
#include "render/sfml/mesh.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

/// Composing away from the window's thread: a value goes in, a value comes out, the newest wish wins.
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

/// One thread. Everything here may be called from the window's thread.
class MapWorker {
public:
    explicit MapWorker(Wake&);
    ~MapWorker();
    MapWorker(const MapWorker&) = delete;
    MapWorker& operator=(const MapWorker&) = delete;

    void ask(MapJob); ///< replaces a wish not yet begun
    [[nodiscard]] std::optional<MapResult> take();
    [[nodiscard]] bool busy() const; ///< a wish is waiting, being composed, or its result not yet taken

private:
    void run();

    Wake& m_wake;
    mutable std::mutex m_mutex;
    std::condition_variable m_condition;
    std::optional<MapJob> m_wish;
    std::optional<MapResult> m_result;
    bool m_composing = false, m_end = false;
    /// To let go of a picture of very many things takes a while: that is done by the thread here, when nobody else
    /// holds it.
    std::vector<std::shared_ptr<const render::HitIndex>> m_handed_out;
    std::thread m_thread; ///< last: starts when all else is there
};

} // namespace app
