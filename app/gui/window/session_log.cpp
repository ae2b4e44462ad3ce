#include "app/gui/window/session_log.hpp"

#include "app/base/errors.hpp"
#include "app/gui/map/map_view.hpp"
#include "assets/formats/text/quote.hpp"

#include <fmt/format.h>

namespace app {

SessionLog::SessionLog(const std::filesystem::path& file) : m_out{file} {
    if (!m_out) throw FileError{file.string() + ": cannot be written"};
}

void SessionLog::note(const Session& session, const MapView& map) {
    if (!m_out.is_open()) return;
    std::string hidden;
    if (session.base())
        for (const auto& asset : session.base()->assets)
            if (!session.asset_shown(asset.id))
                hidden += (hidden.empty() ? "" : ",") + assets::string_literal(asset.id);
    const auto& view = session.view();
    const auto& area = map.area();
    auto line = fmt::format(
        R"({{"scenario":{},"at":{},"playing":{},"kind":{},"id":{},"theme":{},"centre":[{:.1f},{:.1f}],"m_per_mm":{:.3f},)"
        R"("map":[{},{},{},{}],"complete":{},"ruler":{},"rings":{},"hidden":[{}],"fixes":{},"broken":{},"undo":{},)"
        R"("live":{},"follows":{},"heard":{},"senders":{},"shown_at":{},"message":{},"problem":{}}})",
        assets::string_literal(session.scenario_name()), assets::string_literal(assets::to_iso(session.time().at())),
        session.time().playing(), assets::string_literal(session.selection().kind),
        assets::string_literal(session.selection().id), assets::string_literal(session.theme()), view.centre.x,
        view.centre.y, view.m_per_mm, area.x, area.y, area.w, area.h, map.complete(), session.ruler().size(),
        session.rings_km().size(), hidden, session.scenario() ? session.scenario()->fixes.size() : 0, session.broken(),
        session.can_undo_report(), session.is_live(), session.follows_now(),
        session.picture() ? session.picture()->marks.size() : 0, session.news() ? session.news()->senders : 0,
        assets::string_literal(assets::to_iso(session.shown_at())), assets::string_literal(session.message()),
        assets::string_literal(map.problem()));
    if (line == m_last) return;
    m_out << line << std::endl;
    m_last = std::move(line);
}

} // namespace app
