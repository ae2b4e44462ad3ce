#pragma once

#include "app/gui/map/worker.hpp"
#include "app/gui/panel.hpp"
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

/// The map between the panels: keeps its pictures on the graphics card, asks for new ones when view, time or
/// visibility have changed, and shows the old ones, moved and scaled, until they come. Lives on the window's thread
/// with its GL context active.
class MapView {
public:
    MapView(Signal&, std::shared_ptr<const render::Composer>, double scale);

    /// Where it lies in the window from now on.
    void place(PixelRect);
    [[nodiscard]] PixelRect area() const noexcept { return m_area; }

    /// Takes what the workers have finished and asks for what is missing. May push a LookAt (a view without a scale).
    /// Returns true when there is something new to draw.
    bool update(const Session&, Requests&);
    void draw(sf::RenderWindow&, const Session&);

    /// Mouse and keys over the map, within the ImGui window that lies over it.
    void interact(PanelContext&, bool keys);
    /// What lies above the map and belongs to no picture: selection, ruler, rings, box being drawn, scale bar. Within
    /// the same ImGui window.
    void annotate(const PanelContext&);

    /// Everything asked for is on the screen.
    [[nodiscard]] bool complete() const;
    [[nodiscard]] const std::string& problem() const noexcept { return m_problem; }
    [[nodiscard]] double px_per_mm() const noexcept { return m_px_per_mm; }

    [[nodiscard]] std::optional<geo::LonLat> position_at(const Session&, PixelPoint) const;
    [[nodiscard]] std::optional<PixelPoint> pixel_of(const Session&, geo::LonLat) const;
    /// Where the mouse is on the Earth.
    [[nodiscard]] const std::optional<geo::LonLat>& pointed() const noexcept { return m_pointed; }
    [[nodiscard]] bool measuring() const noexcept { return m_ruler_on; }
    void start_ruler() noexcept { m_ruler_on = true; }
    void zoom(const Session&, Requests&, double factor, std::optional<PixelPoint> about = {}) const;
    void pan(const Session&, Requests&, double right_px, double down_px) const;

private:
    /// What a picture was asked for.
    struct Wanted {
        const assets::Scenario* scenario = nullptr;
        unsigned version = 0;
        assets::Instant at{};
        std::string projection;
        geo::Metres centre{};
        double m_per_mm = 0, width_mm = 0, height_mm = 0;
        [[nodiscard]] friend bool operator==(const Wanted&, const Wanted&) = default;
    };
    /// A half on the graphics card.
    struct Shown {
        std::optional<render::UploadedMesh> below, above;
        render::Layout layout;
        std::shared_ptr<const render::HitIndex> things;
        bool any_below = false;
    };
    /// New ground on its way to the graphics card, a step a frame: all at once would be felt while panning.
    struct Coming {
        explicit Coming(MapResult r) : result{std::move(r)} {}
        MapResult result;
        Shown shown;
        enum class Step { UploadBelow, DrawBelow, UploadAbove, DrawAbove } step = Step::UploadBelow;
        std::size_t drawn = 0; ///< indices of the part that is being drawn
    };
    struct Half {
        std::unique_ptr<MapWorker> worker;
        std::optional<Wanted> asked;
        unsigned long number = 0, drawn = 0;
        Shown shown;
    };

    void ask(Half&, MapPart, const Session&);
    bool take_ground();
    bool take_overlay();
    bool advance_ground(); ///< one step; false when there is nothing more to do
    /// Draws the next slice of it; `drawn` is how far it came. False when the card has no room.
    [[nodiscard]] bool draw_cache(sf::RenderTexture&, const render::UploadedMesh&, const render::Layout&,
                                  std::size_t& drawn);
    void cut_to_area(sf::RenderWindow&) const;
    void clear(sf::RenderWindow&, bool dark) const;
    void draw_quad(sf::RenderWindow&, sf::RenderTexture&, const render::ViewTransform&, bool opaque) const;
    [[nodiscard]] render::ViewTransform transform(const Session&, const render::Layout&) const;
    [[nodiscard]] std::vector<render::Tag> things_at(const Session&, PixelPoint) const;
    [[nodiscard]] std::optional<PixelPoint> overlay_pixel(const Session&, render::Point) const;

    void handle_click(PanelContext&, PixelPoint, bool twice);
    void handle_keys(PanelContext&);
    void draw_popups(PanelContext&);
    void draw_tooltip(const PanelContext&, PixelPoint);
    void draw_ruler(const Session&, float scale) const;
    void draw_rings(const Session&, float scale) const;
    void draw_selection(const Session&, float scale) const;
    void draw_scale_bar(const Session&, float scale) const;

    std::shared_ptr<const render::Composer> m_composer; ///< of both workers
    double m_scale, m_px_per_mm;
    PixelRect m_area;
    render::GlPlayer m_player;
    /// The ground, in two, as tints lie between: what is shown, and what is being made.
    struct Cache {
        sf::RenderTexture below, above;
    };
    std::unique_ptr<Cache> m_cache = std::make_unique<Cache>(), m_next_cache = std::make_unique<Cache>();
    bool m_cached = false;
    std::optional<Coming> m_coming;
    Half m_ground, m_overlay;
    std::string m_problem;
    std::optional<geo::LonLat> m_pointed;

    bool m_ruler_on = false;
    bool m_dragging = false, m_boxing = false;
    PixelPoint m_box_from{}, m_context{};
    std::vector<render::Tag> m_stack; ///< of a click on several things
};

} // namespace app
