#pragma once

#include "app/live/live.hpp"
#include "app/session/files/reading.hpp"
#include "app/session/files/report_row.hpp"
#include "app/session/time_control.hpp"
#include "app/session/view_state.hpp"
#include "assets/timeline/timeline.hpp"
#include "render/map/figure.hpp"

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

/// One stretch of the ruler.
struct RulerLeg {
    double distance_m, azimuth_deg; ///< geodesic; the azimuth at its beginning, [0, 360)
    double total_m;                 ///< from the ruler's first point to the end of this leg
};

/// Everything that is open and how it is looked at. One thread owns it; fronts read it and send commands. A command
/// that cannot be carried out leaves all as it was and puts a sentence into message().
class Session {
public:
    explicit Session(DataFolders);

    void apply(const Command&);
    /// Lets time pass for playing. Returns true when something changed.
    bool advance(std::chrono::duration<double> passed);
    /// What ReloadScenario does, with the reading done elsewhere: a worker calls read_for_session() and hands the
    /// result to the thread that owns the session. A reading of another scenario than the open one came too late:
    /// nothing happens. With none open it is opened.
    void adopt(Reading);
    void adopt_new(Reading); ///< the same for OpenScenario: whatever is open is closed

    /// What is shown. Null until something sound was opened; after a broken save it is still the last good one. While
    /// feeds are heard it is another one about every second: base() with what was heard about the time shown.
    [[nodiscard]] const std::shared_ptr<const assets::Scenario>& scenario() const noexcept { return m_scenario; }
    /// What was opened.
    [[nodiscard]] const std::shared_ptr<const assets::Scenario>& base() const noexcept { return m_base; }
    [[nodiscard]] const std::string& scenario_name() const noexcept { return m_name; }    ///< as given to OpenScenario
    [[nodiscard]] const assets::CheckReport& report() const noexcept { return m_report; } ///< of the newest reading
    [[nodiscard]] bool broken() const noexcept { return m_broken; } ///< the newest reading had errors
    [[nodiscard]] const std::string& complaint() const noexcept { return m_complaint; } ///< why: FILE:LINE: FIELD: ...
    /// Files whose change asks for ReloadScenario; also those that are missing yet. For FileWatch.
    [[nodiscard]] std::vector<std::filesystem::path> watched_files() const;
    /// The reference data, null before the first reading; hand them to read_for_session().
    [[nodiscard]] const std::shared_ptr<const geo::Atlas>& atlas() const noexcept { return m_atlas; }

    /// What texts about the scenario are made of; empty before the first one is open.
    [[nodiscard]] const render::Words& words() const noexcept { return *m_words; }

    [[nodiscard]] const TimeControl& time() const noexcept { return m_time; }
    /// What is shown at shown_at(): zones that are hidden are not in it. Kept until that changes; it points into
    /// scenario(), which whoever holds it must hold too. Empty without a scenario.
    [[nodiscard]] const assets::Snapshot& snapshot() const { return *shared_snapshot(); }
    [[nodiscard]] const std::shared_ptr<const assets::Snapshot>& shared_snapshot() const;
    /// time().at(), but while feeds are heard the instant of the newest picture: it comes after the playhead.
    [[nodiscard]] assets::Instant shown_at() const noexcept { return m_picture ? m_picture->at : m_time.at(); }

    /// Feeds: of the scenario and of the user, on or not.
    [[nodiscard]] const std::vector<LiveFeed>& feeds() const noexcept { return m_feeds; }
    /// A feed is on, or was and has been heard: pictures are to be made elsewhere, of live_wish(), and handed to
    /// adopt().
    [[nodiscard]] bool is_live() const noexcept { return m_live; }
    [[nodiscard]] bool follows_now() const noexcept { return m_follows; }
    [[nodiscard]] LiveWish live_wish() const;
    /// Grows whenever live_wish() may be another.
    [[nodiscard]] unsigned wish_version() const noexcept { return m_wish_version; }
    [[nodiscard]] const std::optional<LiveNews>& news() const noexcept { return m_news; }
    /// What is known of the assets from Scenario::first_heard on; null while nothing is heard.
    [[nodiscard]] const std::shared_ptr<const LivePicture>& picture() const noexcept { return m_picture; }
    void adopt(LiveNews);
    void adopt(LivePicture); ///< of another scenario than base(): it came too late, nothing happens
    [[nodiscard]] const std::set<std::string>& pinned() const noexcept { return m_pinned; }
    [[nodiscard]] const std::set<std::string>& confirmed() const noexcept { return m_confirmed; }
    [[nodiscard]] const assets::AgeLimitsByClass& age_limits() const noexcept { return m_age_limits; }
    [[nodiscard]] std::chrono::seconds trail() const noexcept { return m_trail; }
    /// What Freeze has asked for, once.
    [[nodiscard]] std::optional<FreezeWish> take_freeze_wish() { return std::exchange(m_freeze, std::nullopt); }
    [[nodiscard]] const Selection& selection() const noexcept { return m_selection; }

    [[nodiscard]] const ViewState& view() const noexcept { return m_view; }
    /// The projection of view(), for this thread only. Valid until the next command.
    [[nodiscard]] const geo::Projection& projection() const noexcept { return *m_projection; }
    /// The place in the window's middle; the projection's centre when that is not on Earth.
    [[nodiscard]] geo::LonLat middle() const;

    [[nodiscard]] const std::vector<geo::LonLat>& ruler() const noexcept { return m_ruler; }
    [[nodiscard]] std::vector<RulerLeg> ruler_legs() const; ///< one fewer than points
    [[nodiscard]] const std::optional<geo::LonLat>& rings_centre() const noexcept { return m_rings_centre; }
    [[nodiscard]] const std::vector<double>& rings_km() const noexcept { return m_rings_km; } ///< ascending

    [[nodiscard]] bool asset_shown(const std::string& id) const;
    [[nodiscard]] bool zone_shown(const std::string& id) const;
    [[nodiscard]] bool layer_shown(const std::string& name) const; ///< and furniture
    [[nodiscard]] const std::string& theme() const noexcept { return m_theme; }
    [[nodiscard]] const std::string& names() const noexcept { return m_names; }
    [[nodiscard]] bool dots() const noexcept { return m_dots; } ///< symbols are dots

    [[nodiscard]] bool can_add_report() const; ///< the scenario is sound and not built in
    [[nodiscard]] bool can_undo_report() const noexcept { return !m_undo.empty(); }
    /// Of the last command; empty: done, and nothing to say.
    [[nodiscard]] const std::string& message() const noexcept { return m_message; }

    /// Grow with every change that a picture depends on, by part: what must be composed anew. Panning and zooming
    /// (m_per_mm, centre) change neither: the window knows what its pictures cover. overlay_version grows whenever
    /// base_version does.
    [[nodiscard]] unsigned base_version() const noexcept { return m_base_version; }
    [[nodiscard]] unsigned overlay_version() const noexcept { return m_overlay_version; }

    /// The figure as it would be exported now: visibility, theme, names, projection, centre, instant. Page and width
    /// are left to the caller; see figure_for_window() and figure_for_export().
    [[nodiscard]] render::Figure figure() const;
    [[nodiscard]] const DataFolders& data() const noexcept { return m_data; }

private:
    void carry_out(const Command&);
    void on(const OpenScenario&);
    void on(const ReloadScenario&);
    void on(const GoToTime&);
    void on(const SetPlaying&);
    void on(const SetLooping&);
    void on(const SetSpeed&);
    void on(const StepEvent&);
    void on(const StepTime&);
    void on(const Select&);
    void on(const ShowAsset&);
    void on(const ShowCountry&);
    void on(const ShowZone&);
    void on(const ShowLayer&);
    void on(const SetTheme&);
    void on(const SetNames&);
    void on(const SetSymbols&);
    void on(const SetProjection&);
    void on(const CentreProjection&);
    void on(const LookAt&);
    void on(const GoTo&);
    void on(const FitAll&);
    void on(const ResetView&);
    void on(const RulerAdd&);
    void on(const RulerClear&);
    void on(const SetRings&);
    void on(const AddReport&);
    void on(const UndoReport&);
    void on(const SaveCopy&);
    void on(const AddFeed&);
    void on(const RemoveFeed&);
    void on(const SwitchFeed&);
    void on(const FollowNow&);
    void on(const Pin&);
    void on(const SetAgeLimits&);
    void on(const SetTrail&);
    void on(const Confirm&);
    void on(const Freeze&);

    void take_new(Reading&&);
    void take_again(Reading&&);
    void set_time();
    void set_style_from_scenario();
    void look_as_scenario_says();
    void reproject(const std::string& definition, geo::LonLat centre);
    void base_changed() noexcept;
    void overlay_changed() noexcept;
    void time_changed();
    void wish_changed() noexcept;
    void moved_by_hand(); ///< the playhead no longer follows now
    void feeds_changed();
    void take_declared_feeds();
    /// A minute a second: what was heard in an hour is seen in a minute.
    static constexpr double live_days_per_second = 60.0 / 86'400;
    void show(std::shared_ptr<const assets::Scenario>); ///< a scenario that was read
    [[nodiscard]] const assets::Scenario& open() const; ///< throws UsageError when nothing is open
    [[nodiscard]] bool is_builtin() const;
    [[nodiscard]] bool exists(const Selection&) const;

    DataFolders m_data;
    std::shared_ptr<const geo::Atlas> m_atlas;
    std::string m_name;
    std::shared_ptr<const assets::Scenario> m_scenario, m_base;
    std::shared_ptr<const render::Words> m_words = std::make_shared<const render::Words>();
    std::unique_ptr<assets::Timeline> m_timeline; ///< of m_base
    assets::CheckReport m_report;
    bool m_broken = false;
    std::string m_complaint;
    TimeControl m_time;
    Selection m_selection;
    ViewState m_view;
    std::optional<geo::Projection> m_projection; ///< never empty after construction
    std::set<std::string> m_hidden_assets, m_hidden_zones, m_hidden_layers, m_shown_layers;
    std::string m_theme = "article", m_names = "en";
    bool m_dots = false;
    std::vector<geo::LonLat> m_ruler;
    std::optional<geo::LonLat> m_rings_centre;
    std::vector<double> m_rings_km;
    std::vector<FileChange> m_undo;
    std::string m_message;
    unsigned m_base_version = 0, m_overlay_version = 0;
    mutable std::shared_ptr<const assets::Snapshot> m_snapshot; ///< of m_base, where no feed is heard
    std::vector<LiveFeed> m_feeds;
    bool m_live = false, m_follows = false;
    std::optional<LiveNews> m_news;
    std::shared_ptr<const LivePicture> m_picture;
    assets::AgeLimitsByClass m_age_limits;
    std::set<std::string> m_pinned, m_confirmed;
    std::chrono::seconds m_trail{0};
    std::optional<FreezeWish> m_freeze;
    unsigned m_wish_version = 0;
    struct ProjectedView {
        std::string projection;
        geo::LonLat centre;
    };
    mutable std::optional<ProjectedView> m_projected_view; ///< of figure(), until the view changes
};

/// What the window composes: the map edge to edge over a page of this size, `width_mm` and `height_mm` at the view's
/// m_per_mm, without furniture.
[[nodiscard]] render::Figure figure_for_window(const Session&, double width_mm, double height_mm, double dpi);
/// What the export dialog starts from: figure() with the width of ground that the window shows.
[[nodiscard]] render::Figure figure_for_export(const Session&, double window_width_mm);

} // namespace app
