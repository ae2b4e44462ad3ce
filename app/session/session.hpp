#pragma once

#include "app/core/data_folders.hpp"
#include "app/session/command.hpp"
#include "app/session/time_control.hpp"
#include "assets/check/check.hpp"
#include "assets/timeline/snapshot.hpp"
#include "render/map/spec.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

struct Selection {
    std::string kind, id; ///< empty: nothing
    [[nodiscard]] friend bool operator==(const Selection&, const Selection&) = default;
};

/// What the window looks at: a projection that stays until it is recentred, and where the page lies on its plane.
struct ViewState {
    std::string projection = "laea";
    geo::LonLat projection_centre = geo::lonlat(0, 0);
    geo::Metres centre{}; ///< projected metres at the window's middle
    double m_per_mm = 0;  ///< 0: not known until the window has a size (fit the scenario's view)
    double width_km = 0;  ///< wanted width when m_per_mm is 0
    [[nodiscard]] friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// Everything that is open and how it is looked at. One thread owns it; fronts read it and send commands. A command
/// that cannot be carried out leaves all as it was and puts a sentence into message().
class Session {
public:
    explicit Session(DataFolders);

    void apply(const Command&);
    /// Lets time pass for playing. Returns true when something changed.
    bool advance(std::chrono::duration<double> passed);

    /// Null until something sound was opened; after a broken save it is still the last good one.
    [[nodiscard]] const std::shared_ptr<const assets::Scenario>& scenario() const noexcept { return m_scenario; }
    [[nodiscard]] const std::string& scenario_name() const noexcept { return m_name; }    ///< as given to OpenScenario
    [[nodiscard]] const assets::CheckReport& report() const noexcept { return m_report; } ///< of the newest reading
    [[nodiscard]] bool broken() const noexcept { return m_broken; } ///< the newest reading had errors
    [[nodiscard]] const TimeControl& time() const noexcept { return m_time; }
    [[nodiscard]] const assets::Snapshot& snapshot() const; ///< at time().at(), kept until that changes
    [[nodiscard]] const Selection& selection() const noexcept { return m_selection; }
    [[nodiscard]] const ViewState& view() const noexcept { return m_view; }
    [[nodiscard]] const std::vector<geo::LonLat>& ruler() const noexcept { return m_ruler; }
    [[nodiscard]] const std::optional<geo::LonLat>& rings_centre() const noexcept { return m_rings_centre; }
    [[nodiscard]] const std::vector<double>& rings_km() const noexcept { return m_rings_km; }
    [[nodiscard]] bool asset_shown(const std::string& id) const;
    [[nodiscard]] bool zone_shown(const std::string& id) const;
    [[nodiscard]] bool layer_shown(const std::string& name) const;
    [[nodiscard]] const std::string& theme() const noexcept { return m_theme; }
    [[nodiscard]] bool can_undo_report() const noexcept { return !m_undo.empty(); }
    [[nodiscard]] const std::string& message() const noexcept {
        return m_message;
    } ///< of the last command; empty: done
    /// Grows with every change that a picture depends on, by part: what must be composed anew.
    [[nodiscard]] unsigned base_version() const noexcept { return m_base_version; }
    [[nodiscard]] unsigned overlay_version() const noexcept { return m_overlay_version; }

    /// The figure as it would be exported now: visibility, theme, names, projection, instant; page and frame are left
    /// to the caller.
    [[nodiscard]] render::MapSpec spec() const;
    [[nodiscard]] const DataFolders& data() const noexcept { return m_data; }

private:
    DataFolders m_data;
    std::string m_name;
    std::shared_ptr<const assets::Scenario> m_scenario;
    assets::CheckReport m_report;
    bool m_broken = false;
    TimeControl m_time;
    Selection m_selection;
    ViewState m_view;
    std::set<std::string> m_hidden_assets, m_hidden_zones, m_hidden_layers, m_shown_layers;
    std::string m_theme = "article", m_names = "en";
    bool m_dots = false;
    std::vector<geo::LonLat> m_ruler;
    std::optional<geo::LonLat> m_rings_centre;
    std::vector<double> m_rings_km;
    struct Undo {
        std::filesystem::path file;
        std::string before, after;
    };
    std::vector<Undo> m_undo;
    std::string m_message;
    unsigned m_base_version = 0, m_overlay_version = 0;
    mutable std::optional<assets::Snapshot> m_snapshot;
};

} // namespace app
