#include "app/gui/window/session_log.hpp"

#include "app/base/errors.hpp"
#include "app/gui/map/map_view.hpp"
#include "assets/formats/text/quote.hpp"
#include "render/map/layer_list.hpp"

#include <fmt/format.h>

namespace app {

SessionLog::SessionLog(const std::filesystem::path& file) : m_out{file} {
    if (!m_out) throw FileError{file.string() + ": cannot be written"};
}

void SessionLog::note(const Session& session, const MapView& map, const std::string& message,
                      const std::string& notice) {
    if (!m_out.is_open()) return;
    std::string hidden;
    if (session.document().base())
        for (const auto& asset : session.document().base()->assets)
            if (!session.view().asset_shown(asset.id))
                hidden += (hidden.empty() ? "" : ",") + assets::string_literal(asset.id);
    std::string layers;
    for (const auto& name : render::layer_names())
        if (render::is_drawable(name) && session.view().layer_shown(name))
            layers += (layers.empty() ? "" : ",") + assets::string_literal(name);
    const auto& view = session.view().state();
    const auto& area = map.area();
    auto line = fmt::format(
        R"({{"scenario":{},"at":{},"pictured_at":{},"playing":{},"kind":{},"id":{},"theme":{},"centre":[{:.1f},{:.1f}],"m_per_mm":{:.3f},)"
        R"("map":[{},{},{},{}],"complete":{},"ruler":{},"rings":{},"event_key":{},"cut_names":{},"hidden":[{}],"layers":[{}],"fixes":{},"broken":{},"undo":{},"redo":{},"errors":{},)"
        R"("live":{},"follows":{},"heard":{},"senders":{},"alerts":{},"unkept":{},"recording":{},"by_flag":{},"shown_at":{},"message":{},"notice":{},"problem":{}}})",
        assets::string_literal(session.document().name()),
        assets::string_literal(assets::to_iso(session.playhead().time().at())),
        map.pictured_at() ? assets::string_literal(assets::to_iso(*map.pictured_at())) : "null",
        session.playhead().time().playing(), assets::string_literal(session.view().selection().kind),
        assets::string_literal(session.view().selection().id), assets::string_literal(session.view().theme()),
        view.centre.x, view.centre.y, view.m_per_mm, area.x, area.y, area.w, area.h, map.complete(),
        session.view().instruments().ruler().size(), session.view().instruments().rings().size(),
        map.event_key(session).size(), map.cut_names(session), hidden, layers,
        session.scenario() ? session.scenario()->fixes.size() : 0, session.document().broken(),
        session.document().can_undo_fix(), session.document().can_redo_fix(), session.document().check_result().errors,
        session.live().is_live(), session.playhead().follows_now(),
        session.live().snapshot() ? session.live().snapshot()->marks.size() : 0,
        session.live().status() ? session.live().status()->contacts : 0,
        session.live().status() && session.live().status()->alerts ? session.live().status()->alerts->size() : 0,
        session.live().unkept(), session.live().status() ? session.live().status()->recording.files.size() : 0,
        session.live().targets().by_flag, assets::string_literal(assets::to_iso(session.shown_at())),
        assets::string_literal(message), assets::string_literal(notice), assets::string_literal(map.problem()));
    if (line == m_last) return;
    m_out << line << std::endl;
    m_last = std::move(line);
}

} // namespace app
