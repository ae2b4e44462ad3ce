#pragma once

#include "app/gui/map/worker.hpp"
#include "app/gui/panel.hpp"
#include "app/session/view/story.hpp"
#include "render/sfml/player.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/Graphics/RenderWindow.hpp>

namespace app {

struct PixelRect {
    int x = 0, y = 0, w = 1, h = 1;
    [[nodiscard]] friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

struct PixelPoint {
    double x, y;
};

/// The map between the panels. Keeps its pictures on the graphics card and requests new ones when the view, the time or
/// the visibility of something changes. Until these arrive, it moves and scales the old ones. Used on the window's
/// thread, with its GL context active.
class MapView {
public:
    MapView(Signal&, std::shared_ptr<const render::Composer>, double scale);

    /// Sets the rectangle of the map in the window.
    void place(PixelRect);
    [[nodiscard]] PixelRect area() const noexcept { return m_area; }

    /// Takes results of the workers and requests missing pictures. Pushes a LookAt when the view has no scale yet.
    /// Returns true when there is something new to draw.
    bool update(const Session&, Requests&);
    void draw(sf::RenderWindow&, const Session&);

    /// Handles the mouse, and with `keys` the keyboard, in the ImGui window that covers the map.
    void interact(PanelContext&, bool keys);
    /// Draws the selection, ruler, zoom box and scale bar above the map, in the same ImGui window.
    void annotate(const PanelContext&);

    /// Whether the newest requested picture of the assets is on the screen; the ground may still be on its way.
    [[nodiscard]] bool shows_time() const { return m_overlay.shown_number == m_overlay.requested_number; }
    /// The instant of the assets on the screen; none before there are any.
    [[nodiscard]] const std::optional<assets::Instant>& pictured_at() const noexcept { return m_pictured_at; }
    /// Whether every requested picture is on the screen.
    [[nodiscard]] bool complete() const;
    /// Why the newest picture is missing; empty when it is not.
    [[nodiscard]] const std::string& problem() const noexcept { return m_problem; }
    [[nodiscard]] double px_per_mm() const noexcept { return m_px_per_mm; }
    /// How many reports of the selected asset are marked.
    [[nodiscard]] std::size_t story_marks() const noexcept { return m_story.story.marks.size(); }
    /// The key of the events' numbers: a number and a title for each event in the window, at most `most_in_key`, then
    /// how many more there are. Empty without numbers.
    [[nodiscard]] std::vector<std::string> event_key(const Session&) const;
    static constexpr std::size_t most_in_key = 8;
    /// How many names of assets cross the border of the map.
    [[nodiscard]] std::size_t cut_names(const Session&) const;
    /// The theme of the overlay on the screen; null before the first one.
    [[nodiscard]] const std::shared_ptr<const render::Theme>& theme() const noexcept { return m_theme; }

    [[nodiscard]] std::optional<geo::LonLat> position_at(const Session&, PixelPoint) const;
    [[nodiscard]] std::optional<PixelPoint> pixel_of(const Session&, geo::LonLat) const;
    /// The position under the mouse; nothing while the mouse is elsewhere or off the Earth.
    [[nodiscard]] const std::optional<geo::LonLat>& pointed() const noexcept { return m_pointed; }
    [[nodiscard]] bool measuring() const noexcept { return m_ruler_on; }
    void start_ruler() noexcept { m_ruler_on = true; }
    void zoom(const Session&, Requests&, double factor, std::optional<PixelPoint> about = {}) const;
    void pan(const Session&, Requests&, double right_px, double down_px) const;

private:
    /// Everything that a picture depends on.
    struct PictureKey {
        const assets::Scenario* scenario = nullptr;
        unsigned version = 0;
        assets::Instant at{};
        std::string projection;
        geo::Metres centre{};
        double m_per_mm = 0, width_mm = 0, height_mm = 0;
        [[nodiscard]] friend bool operator==(const PictureKey&, const PictureKey&) = default;
    };
    /// A part of the map on the graphics card.
    struct UploadedPart {
        std::optional<render::UploadedMesh> below, above;
        render::Layout layout;
        std::shared_ptr<const render::HitIndex> hit_index;
        bool has_below = false; ///< `below` is not empty
    };
    /// New ground that is uploaded one step per frame, because a long frame would be felt while panning.
    struct PendingGround {
        explicit PendingGround(MapResult r) : result{std::move(r)} {}
        MapResult result;
        UploadedPart part;
        enum class Step { UploadBelow, DrawBelow, UploadAbove, DrawAbove } step = Step::UploadBelow;
        std::size_t drawn = 0; ///< indices drawn so far of the mesh of this step
    };
    struct PartState {
        std::unique_ptr<MapWorker> worker;
        std::optional<PictureKey> requested;
        unsigned long requested_number = 0, shown_number = 0; ///< of the newest job, and of the result on the screen
        UploadedPart shown;
    };

    void request(PartState&, MapPart, const Session&);
    bool forget_pictures(); ///< when no scenario is open; true when there was one before
    bool take_ground();
    bool take_overlay();
    bool advance_ground(); ///< does one step; false when no step is left
    /// Draws the next slice of a mesh and increases `drawn`. False when the card has no memory for the texture.
    [[nodiscard]] bool draw_slice(sf::RenderTexture&, const render::UploadedMesh&, const render::Layout&,
                                  std::size_t& drawn);
    void clip_to_area(sf::RenderWindow&) const;
    void clear(sf::RenderWindow&, bool dark) const;
    void draw_quad(sf::RenderWindow&, sf::RenderTexture&, const render::ViewTransform&, bool opaque) const;
    [[nodiscard]] render::ViewTransform transform(const Session&, const render::Layout&) const;
    [[nodiscard]] std::vector<render::Tag> tags_at(const Session&, PixelPoint) const;
    [[nodiscard]] std::vector<render::Tag> zone_tags_at(const Session&, PixelPoint) const;
    [[nodiscard]] std::vector<render::Tag> everything_at(const Session&, PixelPoint) const;
    [[nodiscard]] std::optional<PixelPoint> overlay_pixel(const Session&, render::Point) const;

    void handle_click(PanelContext&, PixelPoint, bool is_double);
    void handle_keys(PanelContext&);
    void draw_popups(PanelContext&);
    void draw_ring_items(PanelContext&, geo::LonLat);
    void draw_tooltip(const PanelContext&, PixelPoint);
    void draw_ruler(const Session&, float scale) const;
    void request_story(const Session&);
    void draw_story(const Session&, float scale) const;
    void draw_event_key(const Session&, float scale) const;
    void draw_selection(const Session&, float scale) const;
    void draw_selected_zone(const Session&, float scale) const;
    void draw_scale_bar(const Session&, float scale) const;

    std::shared_ptr<const render::Composer> m_composer; ///< used by both workers
    double m_scale, m_px_per_mm;
    PixelRect m_area;
    render::GlPlayer m_player;
    /// The ground as two textures, because the tints of the overlay lie between them.
    struct Cache {
        sf::RenderTexture below, above;
    };
    std::unique_ptr<Cache> m_cache = std::make_unique<Cache>();      ///< on the screen, when m_cached
    std::unique_ptr<Cache> m_next_cache = std::make_unique<Cache>(); ///< being drawn
    bool m_cached = false;
    std::optional<PendingGround> m_pending_ground;
    bool m_ground_may_be_old = false; ///< the last update() requested no ground, because one was being drawn
    PartState m_ground, m_overlay;
    /// The reports of the selected asset, worked out on a thread of its own.
    struct StoryOf {
        std::shared_ptr<const assets::Scenario> scenario;
        std::string asset;
        AssetStory story{};
        [[nodiscard]] bool same(const StoryOf& other) const noexcept {
            return scenario == other.scenario && asset == other.asset;
        }
    };
    StoryOf m_story_wanted, m_story;
    LatestJob<StoryOf, StoryOf> m_stories;
    std::shared_ptr<const render::Theme> m_theme;
    std::string m_problem;
    bool m_empty = false; ///< no scenario is open
    std::optional<assets::Instant> m_pictured_at;
    std::optional<geo::LonLat> m_pointed;

    bool m_ruler_on = false;
    bool m_dragging = false, m_boxing = false;
    PixelPoint m_box_from{};                    ///< where the mouse button went down, for a box or a drag
    PixelPoint m_popup_at{};                    ///< where the click was that opened a popup
    std::vector<render::Tag> m_candidates;      ///< of a click on several symbols
    std::vector<render::Tag> m_popup_things;    ///< under the mouse when the map's menu was opened
    std::string m_radii = "300", m_radii_error; ///< of range rings, as typed
};

} // namespace app
