#include "app/gui/map/map_view.hpp"

#include "app/figure/page.hpp"
#include "render/picture/inspect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <SFML/Graphics/RenderStates.hpp>
#include <SFML/Graphics/VertexArray.hpp>
#include <SFML/OpenGL.hpp>

namespace app {

namespace {

constexpr double logical_dpi = 96;
/// Pictures are larger than the window by this factor, so that the map can be panned before a new picture comes.
constexpr double margin_factor = 1.5;
constexpr std::size_t slice_indices = 60'000; ///< drawn per frame for new ground: about 5 ms with software GL, 2 cores
constexpr double closest_m_per_mm = 20, widest_m_per_mm = 400e3;

/// A snapshot with only the zones, which is all that the ground depends on.
std::shared_ptr<const assets::Snapshot> only_zones(const assets::Snapshot& all) {
    auto zones = std::make_shared<assets::Snapshot>();
    zones->at = all.at;
    zones->zones = all.zones;
    return zones;
}

} // namespace

MapView::MapView(Signal& signal, std::shared_ptr<const render::Composer> composer, double scale)
    : m_composer{std::move(composer)},
      m_scale{scale},
      m_px_per_mm{logical_dpi * scale / mm_per_inch},
      m_stories{signal, [](StoryOf wanted, const std::stop_token&) {
                    const auto* asset = wanted.scenario->asset(wanted.asset);
                    if (asset != nullptr)
                        wanted.story = asset_story(
                            *wanted.scenario, static_cast<assets::AssetIndex>(asset - wanted.scenario->assets.data()));
                    return wanted;
                }} {
    m_ground.worker = std::make_unique<MapWorker>(signal);
    m_overlay.worker = std::make_unique<MapWorker>(signal);
}

void MapView::place(PixelRect area) {
    area.w = std::max(area.w, 16);
    area.h = std::max(area.h, 16);
    m_area = area;
}

std::optional<geo::LonLat> MapView::position_at(const Session& session, PixelPoint p) const {
    const auto& view = session.view().state();
    if (view.m_per_mm <= 0) return std::nullopt;
    const double m_per_px = view.m_per_mm / m_px_per_mm;
    return session.view().projection().inverse({view.centre.x + (p.x - m_area.x - m_area.w / 2.0) * m_per_px,
                                                view.centre.y - (p.y - m_area.y - m_area.h / 2.0) * m_per_px});
}

std::optional<PixelPoint> MapView::pixel_of(const Session& session, geo::LonLat where) const {
    const auto& view = session.view().state();
    if (view.m_per_mm <= 0) return std::nullopt;
    const auto m = session.view().projection().forward(where);
    if (!m) return std::nullopt;
    const double px_per_m = m_px_per_mm / view.m_per_mm;
    return PixelPoint{m_area.x + m_area.w / 2.0 + (m->x - view.centre.x) * px_per_m,
                      m_area.y + m_area.h / 2.0 - (m->y - view.centre.y) * px_per_m};
}

void MapView::zoom(const Session& session, Requests& commands, double factor, std::optional<PixelPoint> about) const {
    const auto& view = session.view().state();
    if (view.m_per_mm <= 0) return;
    const double wanted = std::clamp(view.m_per_mm / factor, closest_m_per_mm, widest_m_per_mm);
    geo::Metres centre = view.centre;
    if (about) { // the point under the mouse stays there
        const double right_mm = (about->x - m_area.x - m_area.w / 2.0) / m_px_per_mm;
        const double down_mm = (about->y - m_area.y - m_area.h / 2.0) / m_px_per_mm;
        centre.x += right_mm * (view.m_per_mm - wanted);
        centre.y -= down_mm * (view.m_per_mm - wanted);
    }
    commands.emplace_back(LookAt{centre, wanted});
}

void MapView::pan(const Session& session, Requests& commands, double right_px, double down_px) const {
    const auto& view = session.view().state();
    if (view.m_per_mm <= 0) return;
    const double m_per_px = view.m_per_mm / m_px_per_mm;
    commands.emplace_back(
        LookAt{{view.centre.x + right_px * m_per_px, view.centre.y - down_px * m_per_px}, view.m_per_mm});
}

void MapView::request(PartState& state, MapPart part, const Session& session) {
    const auto& view = session.view().state();
    if (!session.scenario() || view.m_per_mm <= 0) return;
    const auto& plane = session.view().projection();
    const double max_factor = std::max(1.0, 8000.0 / std::max(m_area.w, m_area.h)); // textures have at most 8000 px
    // After a fit the names stay inside the window; when the map is moved, a picture with a margin replaces this one.
    const bool exact = part == MapPart::Overlay && view.room_for_labels;
    const double factor = exact ? 1 : std::min(margin_factor, max_factor);
    const double width_mm = std::ceil(m_area.w * factor) / m_px_per_mm;
    const double height_mm = std::ceil(m_area.h * factor) / m_px_per_mm;
    // Feeds do not change the ground.
    const bool ground = part == MapPart::Ground;
    PictureKey key{ground ? session.document().base().get() : session.scenario().get(),
                   ground ? session.ground_version() : session.overlay_version(),
                   ground ? assets::Instant{} : session.shown_at(),
                   plane.proj_string(),
                   view.centre,
                   view.m_per_mm,
                   width_mm,
                   height_mm};
    if (state.requested) {
        // While the window stays within the requested page, no new page is needed.
        const double spare_x = (width_mm - m_area.w / m_px_per_mm) / 2 * view.m_per_mm;
        const double spare_y = (height_mm - m_area.h / m_px_per_mm) / 2 * view.m_per_mm;
        const bool on_page = std::abs(view.centre.x - state.requested->centre.x) <= spare_x &&
                             std::abs(view.centre.y - state.requested->centre.y) <= spare_y;
        if (on_page && std::abs(state.requested->m_per_mm / view.m_per_mm - 1) < 1e-9)
            key.centre = state.requested->centre;
        if (key == *state.requested) return;
    }
    const auto centre = plane.inverse(key.centre);
    if (!centre) return;
    MapJob job;
    job.part = part;
    job.scenario = ground ? session.document().base() : session.scenario();
    job.snapshot = ground ? only_zones(session.snapshot()) : session.shared_snapshot();
    job.figure = figure_for_window(session, width_mm, height_mm, m_px_per_mm * mm_per_inch);
    job.figure.projection = key.projection;
    job.figure.centre = *centre;
    job.composer = m_composer;
    job.px_per_mm = m_px_per_mm;
    job.number = ++state.requested_number;
    state.requested = key;
    state.worker->ask(std::move(job));
}

bool MapView::take_ground() {
    if (m_pending_ground) return true;
    auto result = m_ground.worker->take();
    if (!result) return false;
    m_problem = result->error;
    if (m_problem.empty()) {
        m_pending_ground.emplace(std::move(*result));
    } else
        m_ground.shown_number = result->number;
    return true;
}

bool MapView::take_overlay() {
    auto result = m_overlay.worker->take();
    if (!result) return false;
    m_overlay.shown_number = result->number;
    if (m_overlay.requested && shows_time()) m_pictured_at = m_overlay.requested->at;
    m_problem = result->error;
    if (!m_problem.empty()) return true;
    auto& shown = m_overlay.shown;
    shown.below.emplace(result->below);
    shown.above.emplace(result->above);
    shown.has_below = !result->below.batches.empty() || !result->below.sprites.empty();
    shown.layout = std::move(result->layout);
    shown.hit_index = std::move(result->hit_index);
    m_theme = std::move(result->theme);
    return true;
}

bool MapView::advance_ground() {
    if (!m_pending_ground) return false;
    auto& [result, part, step, drawn] = *m_pending_ground;
    using Step = PendingGround::Step;
    switch (step) {
    case Step::UploadBelow:
        part.below.emplace(result.below);
        part.layout = std::move(result.layout);
        step = Step::DrawBelow;
        return true;
    case Step::DrawBelow:
        if (!draw_slice(m_next_cache->below, *part.below, part.layout, drawn)) break;
        if (drawn < part.below->index_count()) return true;
        step = Step::UploadAbove;
        return true;
    case Step::UploadAbove:
        part.above.emplace(result.above);
        step = Step::DrawAbove;
        drawn = 0;
        return true;
    case Step::DrawAbove:
        if (!draw_slice(m_next_cache->above, *part.above, part.layout, drawn)) break;
        if (drawn < part.above->index_count()) return true;
        std::swap(m_cache, m_next_cache);
        m_ground.shown = std::move(part);
        m_cached = true;
        break;
    }
    m_ground.shown_number = result.number;
    m_pending_ground.reset();
    return false;
}

bool MapView::draw_slice(sf::RenderTexture& texture, const render::UploadedMesh& mesh, const render::Layout& layout,
                         std::size_t& drawn) {
    const auto width = static_cast<unsigned>(std::lround(layout.page_w_mm * m_px_per_mm));
    const auto height = static_cast<unsigned>(std::lround(layout.page_h_mm * m_px_per_mm));
    if (texture.getSize() != sf::Vector2u{width, height}) {
        if (!texture.create(width, height)) {
            m_problem = "The graphics card has no memory for a map of this size. Make the window smaller.";
            return false;
        }
    }
    texture.setActive(true);
    if (drawn == 0) texture.clear(sf::Color::Transparent);
    const render::ViewTransform whole{.px_per_mm = m_px_per_mm};
    const bool last = mesh.index_count() <= drawn + slice_indices;
    const std::size_t end = last ? render::MeshSlice{}.end : drawn + slice_indices;
    m_player.draw_shapes(texture, mesh, whole, {drawn, end});
    drawn = end;
    if (last) m_player.draw_sprites(texture, mesh, whole);
    texture.display();
    return true;
}

bool MapView::forget_pictures() {
    // Results of earlier requests would show the scenario that was open before.
    for (PartState* part : {&m_ground, &m_overlay}) {
        static_cast<void>(part->worker->take());
        part->requested.reset();
        part->shown = {};
        part->shown_number = part->requested_number;
    }
    m_pending_ground.reset();
    m_ground_may_be_old = m_cached = false;
    m_pictured_at.reset();
    m_problem.clear();
    return !std::exchange(m_empty, true);
}

bool MapView::update(const Session& session, Requests& commands) {
    if (!session.scenario()) return forget_pictures();
    m_empty = false;
    const auto& view = session.view().state();
    if (view.m_per_mm <= 0) {
        const double scale = view.scale_for(m_area.w / m_px_per_mm, m_area.h / m_px_per_mm);
        commands.emplace_back(LookAt{view.centre, scale});
        return true;
    }
    // While a ground is being drawn into its texture, composing another one would only take the cores away.
    m_ground_may_be_old = m_pending_ground.has_value();
    if (!m_ground_may_be_old) request(m_ground, MapPart::Ground, session);
    request(m_overlay, MapPart::Overlay, session);
    request_story(session);
    const bool ground = take_ground();
    const bool overlay = take_overlay();
    auto story = m_stories.take();
    if (story) m_story = std::move(*story);
    return ground || overlay || story;
}

/// Requests the reports of the selected asset. A contact of a feed has none: its trail shows where it was.
void MapView::request_story(const Session& session) {
    const auto& [kind, id] = session.view().selection();
    const auto& base = session.document().base();
    if (kind != "asset" || !base || base->asset(id) == nullptr) return;
    const StoryOf wanted{base, id};
    if (wanted.same(m_story_wanted)) return;
    m_story_wanted = wanted;
    m_stories.ask(wanted);
}

bool MapView::complete() const {
    if (m_empty) return true;
    const auto shown = [](const PartState& part) {
        return part.requested_number > 0 && part.shown_number == part.requested_number;
    };
    return m_cached && !m_pending_ground && !m_ground_may_be_old && shown(m_ground) && shown(m_overlay);
}

render::ViewTransform MapView::transform(const Session& session, const render::Layout& layout) const {
    const auto& view = session.view().state();
    render::ViewTransform out;
    out.px_per_mm = m_px_per_mm;
    out.zoom = view.m_per_mm > 0 ? layout.m_per_mm / view.m_per_mm : 1;
    if (std::abs(out.zoom - 1) < 1e-6) out.zoom = 1;
    const double px_per_m = m_px_per_mm / view.m_per_mm;
    const double left_m = layout.centre_m.x - layout.page_w_mm / 2 * layout.m_per_mm;
    const double top_m = layout.centre_m.y + layout.page_h_mm / 2 * layout.m_per_mm;
    out.offset_x_px = m_area.x + m_area.w / 2.0 + (left_m - view.centre.x) * px_per_m;
    out.offset_y_px = m_area.y + m_area.h / 2.0 - (top_m - view.centre.y) * px_per_m;
    if (out.zoom == 1) { // whole pixels: the cached ground stays sharp
        out.offset_x_px = std::round(out.offset_x_px);
        out.offset_y_px = std::round(out.offset_y_px);
    }
    return out;
}

void MapView::clip_to_area(sf::RenderWindow& window) const {
    window.setActive(true);
    glEnable(GL_SCISSOR_TEST);
    glScissor(m_area.x, static_cast<int>(window.getSize().y) - m_area.y - m_area.h, m_area.w, m_area.h);
}

/// Fills the area with the colour of the sea, which is visible where there is no map.
void MapView::clear(sf::RenderWindow& window, bool dark) const {
    clip_to_area(window);
    window.clear(dark ? sf::Color{24, 34, 44} : sf::Color{227, 237, 243});
    glDisable(GL_SCISSOR_TEST);
}

void MapView::draw_quad(sf::RenderWindow& window, sf::RenderTexture& cached, const render::ViewTransform& t,
                        bool opaque) const {
    cached.setSmooth(t.zoom != 1); // unscaled pixels need no smoothing, and a software GL is twice as fast without
    const sf::Texture& texture = cached.getTexture();
    const auto w = static_cast<float>(texture.getSize().x), h = static_cast<float>(texture.getSize().y);
    const auto x = static_cast<float>(t.offset_x_px), y = static_cast<float>(t.offset_y_px);
    const auto zoom = static_cast<float>(t.zoom);
    const std::array<sf::Vertex, 4> quad{sf::Vertex{{x, y}, {0, 0}}, sf::Vertex{{x + w * zoom, y}, {w, 0}},
                                         sf::Vertex{{x + w * zoom, y + h * zoom}, {w, h}},
                                         sf::Vertex{{x, y + h * zoom}, {0, h}}};
    sf::RenderStates states{&texture};
    states.blendMode = opaque ? sf::BlendNone : render::premultiplied_alpha;
    clip_to_area(window); // panels cover the rest of the window
    window.draw(quad.data(), quad.size(), sf::Quads, states);
    glDisable(GL_SCISSOR_TEST);
}

void MapView::draw(sf::RenderWindow& window, const Session& session) {
    const auto size = window.getSize();
    window.setView(sf::View{sf::FloatRect{0, 0, static_cast<float>(size.x), static_cast<float>(size.y)}});
    clear(window, session.view().theme() == "dark");
    if (m_empty || session.view().state().m_per_mm <= 0) return;
    while (advance_ground() && !m_cached) {} // the first ground is finished within one frame
    window.setActive(true);
    if (m_cached) {
        const auto t = transform(session, m_ground.shown.layout);
        draw_quad(window, m_cache->below, t, true);
    }
    const auto& over = m_overlay.shown;
    auto t = over.above ? transform(session, over.layout) : render::ViewTransform{};
    t.within_px = render::Rect{double(m_area.x), double(m_area.y), double(m_area.w), double(m_area.h)};
    if (over.below && over.has_below) m_player.draw_shapes(window, *over.below, t);
    if (m_cached) draw_quad(window, m_cache->above, transform(session, m_ground.shown.layout), false);
    if (over.above) {
        m_player.draw_shapes(window, *over.above, t);
        m_player.draw_sprites(window, *over.above, t);
    }
}

std::vector<render::Tag> MapView::tags_at(const Session& session, PixelPoint p) const {
    const auto& over = m_overlay.shown;
    if (!over.hit_index) return {};
    const auto t = transform(session, over.layout);
    const double px_per_page_mm = t.px_per_mm * t.zoom;
    constexpr double reach_mm = 1.0;
    const render::Point page{(p.x - t.offset_x_px) / px_per_page_mm, (p.y - t.offset_y_px) / px_per_page_mm};
    auto tags = over.hit_index->at(page, reach_mm);
    std::vector<render::Tag> named;
    for (auto& tag : tags) {
        if (tag.id.empty() || tag.kind == "layer") continue;
        // A symbol and its label have the same tag.
        const bool known = std::any_of(named.begin(), named.end(),
                                       [&](const auto& n) { return n.kind == tag.kind && n.id == tag.id; });
        if (!known) named.push_back(std::move(tag));
    }
    return named;
}

std::optional<PixelPoint> MapView::overlay_pixel(const Session& session, render::Point page) const {
    const auto& over = m_overlay.shown;
    if (!over.hit_index) return std::nullopt;
    const auto t = transform(session, over.layout);
    return PixelPoint{t.offset_x_px + page.x * t.px_per_mm * t.zoom, t.offset_y_px + page.y * t.px_per_mm * t.zoom};
}

} // namespace app
