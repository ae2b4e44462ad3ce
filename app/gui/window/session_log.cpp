#include "app/gui/window/session_log.hpp"

#include "app/base/errors.hpp"
#include "app/gui/map/map_view.hpp"

#include <fmt/format.h>

namespace app {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + "\"";
}

} // namespace

SessionLog::SessionLog(const std::filesystem::path& file) : m_out{file} {
    if (!m_out) throw FileError{file.string() + ": cannot be written"};
}

void SessionLog::note(const Session& session, const MapView& map) {
    if (!m_out.is_open()) return;
    std::string hidden;
    if (session.base())
        for (const auto& asset : session.base()->assets)
            if (!session.asset_shown(asset.id)) hidden += (hidden.empty() ? "" : ",") + quoted(asset.id);
    const auto& view = session.view();
    const auto& area = map.area();
    auto line = fmt::format(
        R"({{"scenario":{},"at":{},"playing":{},"kind":{},"id":{},"theme":{},"centre":[{:.1f},{:.1f}],"m_per_mm":{:.3f},)"
        R"("map":[{},{},{},{}],"complete":{},"ruler":{},"rings":{},"hidden":[{}],"fixes":{},"broken":{},"undo":{},)"
        R"("live":{},"follows":{},"heard":{},"senders":{},"shown_at":{},"message":{},"problem":{}}})",
        quoted(session.scenario_name()), quoted(assets::to_iso(session.time().at())), session.time().playing(),
        quoted(session.selection().kind), quoted(session.selection().id), quoted(session.theme()), view.centre.x,
        view.centre.y, view.m_per_mm, area.x, area.y, area.w, area.h, map.complete(), session.ruler().size(),
        session.rings_km().size(), hidden, session.scenario() ? session.scenario()->fixes.size() : 0, session.broken(),
        session.can_undo_report(), session.is_live(), session.follows_now(),
        session.picture() ? session.picture()->marks.size() : 0, session.news() ? session.news()->senders : 0,
        quoted(assets::to_iso(session.shown_at())), quoted(session.message()), quoted(map.problem()));
    if (line == m_last) return;
    m_out << line << std::endl;
    m_last = std::move(line);
}

} // namespace app
