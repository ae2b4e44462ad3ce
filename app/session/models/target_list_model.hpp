#pragma once

#include "app/session/session.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Who is heard on feeds, as a list that does not jump while somebody is at it.
namespace app {

enum class TargetOrder { Name, Age, Speed, Type, Country };

struct TargetRow {
    std::string id;
    assets::AssetIndex asset = assets::no_index; ///< of the session's scenario now; no_index: no longer heard
};

class TargetList {
public:
    /// Brings the rows up to date with the session's picture. `frozen`: those that are there keep their places, and who
    /// is new comes at the end; else all are put in order, pinned ones first. `filter`: only whose name, number, call
    /// sign, type or country holds it (capitals do not matter). Does nothing when nothing has changed.
    void update(const Session&, const std::string& filter, TargetOrder, bool frozen);

    [[nodiscard]] const std::vector<TargetRow>& rows() const noexcept { return m_rows; }
    [[nodiscard]] std::size_t heard() const noexcept { return m_heard; } ///< with those that the filter leaves out

private:
    std::shared_ptr<const LiveSnapshot> m_of;
    std::string m_filter;
    TargetOrder m_order = TargetOrder::Name;
    std::set<std::string> m_pinned;
    std::vector<TargetRow> m_rows;
    std::size_t m_heard = 0;
    bool m_frozen = false;
};

/// How long ago the last report of it was of, at the instant shown; none when there is none.
[[nodiscard]] std::optional<std::chrono::seconds> heard_ago(const assets::Snapshot&, const assets::State&);
/// "8 s", "12 min", "3 h", "2 d"
[[nodiscard]] std::string ago_words(std::chrono::seconds);
/// What an asset of a picture is known as beyond what an asset holds; nothing for declared ones.
[[nodiscard]] assets::ContactMarks marks_of(const LiveSnapshot&, assets::AssetIndex);

} // namespace app
