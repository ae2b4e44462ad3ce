#include "render/map/composer.hpp"

#include "assets/model/values/missing_characters.hpp"
#include "geo/basemap/cache/cached_basemap.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/layer_list.hpp"
#include "render/map/words/words.hpp"
#include "render/text/missing_characters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace render {
namespace {

struct StyleKey {
    std::string theme, words, names, policy;
    double page_width_mm, least_type_mm;
    std::map<std::string, std::string> overrides;
    [[nodiscard]] friend bool operator==(const StyleKey&, const StyleKey&) = default;
};

/// Everything that decides where a point of the Earth lies on the page, and the basemap that is drawn.
struct ViewKey {
    std::shared_ptr<const geo::CachedBasemap> basemap;
    std::string projection;
    double x_m, y_m, m_per_mm, tolerance_mm;
    Rect frame_mm;
    [[nodiscard]] friend bool operator==(const ViewKey&, const ViewKey&) = default;
};

/// The view and everything that decides how its ground is drawn. Holding `style` keeps the features of `policy_lines`
/// alive.
struct GroundKey {
    ViewKey view;
    std::shared_ptr<const void> style;
    std::vector<std::string_view> layers;
    std::vector<const geo::PolicyFeature*> policy_lines; ///< in the policy of `style`
    [[nodiscard]] friend bool operator==(const GroundKey&, const GroundKey&) = default;
};

Figure edge_to_edge(Figure figure) {
    figure.without.insert("all");
    figure.picture_only = true;
    return figure;
}

/// One typesetter per thread, which looks up each font only once. Its results do not depend on earlier calls.
const Typesetter& typesetter() {
    thread_local const Typesetter setter;
    return setter;
}

/// Throws FigureError, with `file` and the key, for a text with characters that no font has.
void check_characters(const Words& words, const std::string& file) {
    for (const auto& [key, text] : words.all())
        if (const auto missing = missing_characters(text); !missing.empty())
            throw FigureError{file + ".toml: " + key + ": " + assets::no_glyph_words(missing)};
}

/// Policy features whose line is drawn with the borders, because the layer of zones does not draw it.
std::vector<const geo::PolicyFeature*> policy_lines(const Inputs& in) {
    std::vector<const geo::PolicyFeature*> drawn;
    if (!in.shows("borders")) return drawn;
    for (const geo::PolicyFeature& feature : in.policy.features)
        if (!feature.file.empty() && feature.line != "none" && !(in.shows("zones") && snapshot_has_zone(in, feature)))
            drawn.push_back(&feature);
    return drawn;
}

/// The number of names that neither the map nor the footer has room for, and of rows that the legend has none for.
std::size_t names_left_out(const Layout& layout) {
    return static_cast<std::size_t>(std::count_if(layout.dropped.begin(), layout.dropped.end(), [](const auto& label) {
        return label.why == name_left_out || label.why == legend_row_left_out;
    }));
}

} // namespace

/// The names in the languages of the figure. Names of countries come from the words file of a language, then from the
/// basemap.
Names Composer::names_of(const assets::Scenario& scenario, const Figure& figure,
                         const std::string& words_language) const {
    const auto languages = geo::name_languages(figure.names);
    if (!languages) throw FigureError{"there are no names in '" + figure.names + "'"};
    std::map<std::string, Names::Countries, std::less<>> countries;
    for (const std::string* language : {&languages->first, &languages->second}) {
        if (language->empty() || *language == words_language) continue;
        Names::Countries& table = countries[*language];
        std::error_code ignored;
        const auto file = m_folders.words / (*language + ".toml");
        if (std::filesystem::is_regular_file(file, ignored)) table = Words::read(file).country_names();
        for (const geo::Country& country : scenario.atlas->countries)
            if (const auto name = country.names.in(*language); !name.empty()) table.try_emplace(country.iso, name);
    }
    return {*languages, std::move(countries)};
}

struct Composer::Style {
    Theme theme;
    Words words;
    geo::Policy policy;
};

struct Composer::Cache {
    geo::Recent<StyleKey, Style> styles{4};
    geo::Recent<std::filesystem::path, std::shared_ptr<const geo::CachedBasemap>> basemaps{2};
    geo::Recent<ViewKey, PageLand> lands{3};
    geo::Recent<GroundKey, GroundDrawing> grounds{3};
};

/// One figure being composed.
class Composer::Task {
public:
    Task(const Composer& composer, const assets::Scenario& scenario, const assets::Snapshot& snapshot,
         const Figure& figure, const Comparison* comparison = nullptr)
        : m_cache{*composer.m_cache},
          m_style{composer.style_of(scenario, figure)},
          m_in{scenario,       snapshot,        figure,       m_style->theme,
               m_style->words, m_style->policy, typesetter(), shown_names(figure),
               comparison},
          m_camera{comparison != nullptr ? Camera::aim(scenario, std::array{&comparison->before, &snapshot}, figure)
                                         : Camera::aim(scenario, snapshot, figure)},
          m_page{settle_page(m_in, m_camera)},
          m_view{m_camera.view(m_page.frame, tolerance_mm(figure))},
          m_basemap{basemap_of(scenario)},
          m_key{key_of_view()} {}
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;

    /// Which names find no room is known only when they have been placed. Where the footer had too little room for
    /// them, the page is divided once more, and the composition that leaves out fewer of them counts.
    [[nodiscard]] Composition whole() {
        Composition first = composed();
        const std::size_t cut = names_left_out(first.layout);
        if (cut == 0 || !divide_again(first.layout)) return first;
        Composition second = composed();
        return names_left_out(second.layout) < cut ? std::move(second) : std::move(first);
    }
    [[nodiscard]] MapHalf ground_half() const { return render::ground_half(m_in, m_page, m_view, *ground(*land())); }
    [[nodiscard]] MapHalf overlay_half() const { return compose_overlay(m_in, m_page, m_view, *land()); }

private:
    [[nodiscard]] Composition composed() const {
        const auto land = this->land();
        return render::compose(m_in, m_page, m_view, *land, *ground(*land));
    }

    /// Divides the page with room for the assets that had none on the map. False when the page stays as it is.
    [[nodiscard]] bool divide_again(const Layout& layout) {
        std::set<std::string> without_room;
        for (const UnplacedAsset& asset : layout.unplaced)
            if (asset.why == why_no_room) without_room.insert(asset.id);
        for (const DroppedLabel& label : layout.dropped)
            if (m_in.scenario.zone(label.id) != nullptr) without_room.insert(label.id);
        PageLayout page = settle_page(m_in, m_camera, without_room);
        if (page == m_page) return false;
        m_page = page;
        m_view = m_camera.view(m_page.frame, tolerance_mm(m_in.figure));
        m_key = key_of_view();
        return true;
    }

    [[nodiscard]] ViewKey key_of_view() const {
        return {m_basemap,         m_camera.projection().proj_string(),
                m_view.centre_m.x, m_view.centre_m.y,
                m_view.m_per_mm,   m_view.tolerance_mm,
                m_view.frame_mm};
    }

    [[nodiscard]] std::shared_ptr<const geo::CachedBasemap> basemap_of(const assets::Scenario& scenario) const {
        const auto& folder = scenario.atlas->data_dir;
        return *m_cache.basemaps.get(folder, [&] { return std::make_shared<const geo::CachedBasemap>(folder); });
    }

    [[nodiscard]] geo::Level level() const { return geo::level_for_scale(m_view.scale_denominator()); }

    /// Coarse borders are right within 20 km, which is at most 0.6 mm on these maps.
    [[nodiscard]] geo::CountryShapes::Level country_level() const {
        constexpr double coarse_from = 35e6;
        using Level = geo::CountryShapes::Level;
        return m_view.scale_denominator() > coarse_from ? Level::Coarse110m : Level::Medium50m;
    }

    [[nodiscard]] std::shared_ptr<const PageLand> land() const {
        return m_cache.lands.get(m_key, [&] {
            const geo::Box bounds = bounds_of(m_view);
            PageLand land = project_land(m_view, *m_basemap->land(level(), bounds));
            land.countries = m_basemap->countries(country_level(), bounds);
            land.country_grid = CountryGrid{m_view, *land.countries};
            return land;
        });
    }

    /// Reads only what the shown layers need.
    [[nodiscard]] GroundSource source(const std::vector<const geo::PolicyFeature*>& lines) const {
        GroundSource source;
        const geo::Box bounds = bounds_of(m_view);
        if (m_in.shows("coast")) source.coast = m_basemap->coast(level(), bounds);
        if (m_in.shows("borders")) source.borders = m_basemap->borders(level(), bounds);
        for (const geo::PolicyFeature* feature : lines)
            source.policy_lines.emplace(feature->id, m_basemap->policy_line(feature->file));
        if (m_in.shows("relief") && can_show_relief(m_view)) source.relief = m_basemap->relief();
        return source;
    }

    [[nodiscard]] std::shared_ptr<const GroundDrawing> ground(const PageLand& land) const {
        GroundKey key{m_key, m_style, {}, policy_lines(m_in)};
        for (const Layer& layer : layers())
            if (is_ground(layer.stratum) && m_in.shows(layer.name)) key.layers.push_back(layer.name);
        return m_cache.grounds.get(
            key, [&] { return compose_ground(m_in, m_page, m_view, land, source(key.policy_lines)); });
    }

    Cache& m_cache;
    std::shared_ptr<const Style> m_style;
    Inputs m_in;
    Camera m_camera;
    PageLayout m_page;
    View m_view;
    std::shared_ptr<const geo::CachedBasemap> m_basemap;
    ViewKey m_key;
};

Composer::Composer(StyleFolders folders) : m_folders{std::move(folders)}, m_cache{std::make_unique<Cache>()} {}

Composer::~Composer() = default;

std::shared_ptr<const Composer::Style> Composer::style_of(const assets::Scenario& scenario,
                                                          const Figure& figure) const {
    const std::string policy = scenario.view.policy.empty() ? "intl" : scenario.view.policy;
    return m_cache->styles.get(
        {figure.theme, figure.words, figure.names, policy, figure.page_width_mm, figure.least_type_mm, scenario.words},
        [&] {
            const Theme theme = Theme::read(named_file(m_folders.themes, figure.theme, "theme"));
            Words words = Words::read(named_file(m_folders.words, figure.words, "words file"), scenario.words);
            check_characters(words, figure.words);
            words.set_names(names_of(scenario, figure, words.language()));
            return Style{theme.scaled_for(figure.page_width_mm, figure.least_type_mm), std::move(words),
                         geo::Policy::read(named_file(m_folders.policy, policy, "policy"))};
        });
}

std::shared_ptr<const Words> Composer::words(const assets::Scenario& scenario, const Figure& figure) const {
    const auto style = style_of(scenario, figure);
    return {style, &style->words};
}

std::shared_ptr<const Theme> Composer::theme(const assets::Scenario& scenario, const Figure& figure) const {
    const auto style = style_of(scenario, figure);
    return {style, &style->theme};
}

Composition Composer::compose(const assets::Scenario& scenario, const assets::Snapshot& snapshot, const Figure& figure,
                              const Comparison* comparison) const {
    return Task{*this, scenario, snapshot, figure, comparison}.whole();
}

Panels Composer::compose_panels(const assets::Scenario& scenario, std::span<const assets::Snapshot> snapshots,
                                const Figure& figure, const Comparison* comparison) const {
    const auto style = style_of(scenario, figure);
    const Inputs page{scenario,     snapshots.back(),    figure,    style->theme, style->words, style->policy,
                      typesetter(), shown_names(figure), comparison};
    std::vector<const assets::Snapshot*> all;
    for (const assets::Snapshot& snapshot : snapshots)
        all.push_back(&snapshot);
    const Camera camera = Camera::aim(scenario, all, figure);
    return render::compose_panels(page, snapshots, camera, [&](const assets::Snapshot& snapshot, const Figure& one) {
        return compose(scenario, snapshot, one);
    });
}

MapHalf Composer::ground(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                         const Figure& figure) const {
    const Figure edges = edge_to_edge(figure);
    return Task{*this, scenario, snapshot, edges}.ground_half();
}

MapHalf Composer::overlay(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                          const Figure& figure) const {
    const Figure edges = edge_to_edge(figure);
    return Task{*this, scenario, snapshot, edges}.overlay_half();
}

} // namespace render
