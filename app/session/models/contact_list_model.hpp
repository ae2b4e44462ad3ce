#pragma once

#include "app/session/session.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// The list of contacts as data. Rows keep their places while the user works with the list.
namespace app {

enum class ContactOrder { Name, Age, Speed, Type, Country };

struct ContactRow {
    std::string id;
    assets::AssetIndex asset = assets::no_index; ///< in the session's current scenario; no_index: no longer in it
};

class ContactList {
public:
    /// Updates the rows from the session's live snapshot. `frozen`: existing rows keep their places and new ones are
    /// appended; otherwise all rows are sorted, with pinned contacts first. `filter`: only contacts whose name, MMSI,
    /// ICAO address, uid, id, type or country contains it, ignoring case. Does nothing when nothing has changed.
    void update(const Session&, const std::string& filter, ContactOrder, bool frozen);

    [[nodiscard]] const std::vector<ContactRow>& rows() const noexcept { return m_rows; }
    /// The number of contacts, including those that the filter hides.
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }

private:
    std::shared_ptr<const LiveSnapshot> m_live; ///< the live snapshot of the rows
    std::string m_filter;
    ContactOrder m_order = ContactOrder::Name;
    std::set<std::string> m_pinned;
    std::vector<ContactRow> m_rows;
    std::size_t m_count = 0;
    bool m_frozen = false;
};

/// The age of the contact's last fix at the instant shown; none without a fix.
[[nodiscard]] std::optional<std::chrono::seconds> contact_age(const assets::Snapshot&, const assets::State&);
/// An age in words: "8 s", "12 min", "3 h", "2 d".
[[nodiscard]] std::string age_in_words(std::chrono::seconds);
/// The marks of a contact in a live snapshot; empty marks for a declared asset.
[[nodiscard]] assets::ContactMarks marks_of(const LiveSnapshot&, assets::AssetIndex);

} // namespace app
