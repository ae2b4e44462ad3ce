#include "app/export/exporter.hpp"

#include "app/base/errors.hpp"
#include "app/scenario/blurred.hpp"
#include "app/export/sidecars.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/base/save_file.hpp"
#include "app/scenario/known_by.hpp"
#include "geo/error.hpp"
#include "render/cairo/players.hpp"
#include "render/map/furniture/furniture.hpp"

#include <cmath>

namespace app {

namespace {

int pixels(double mm, double dpi) {
    return std::max(1, static_cast<int>(std::lround(mm / 25.4 * dpi)));
}

std::string play(const render::Composition& composition, const ExportRequest& request) {
    const auto& picture = composition.picture;
    switch (*request.format) {
    case PictureFormat::Png: {
        const int width = request.width_px.value_or(pixels(picture.width_mm, request.figure.dpi));
        const int height = request.height_px.value_or(pixels(picture.height_mm, request.figure.dpi));
        return render::encode_png(render::rasterise(picture, width, height), request.figure.dpi, picture.title,
                                  picture.description);
    }
    case PictureFormat::Svg:
        return render::write_svg(picture, request.svg_text);
    case PictureFormat::Pdf:
        return render::write_pdf(picture, request.figure.at);
    }
    return {};
}

} // namespace

void export_map(const ExportOptions& options, const DataFolders& data, const Progress& progress) {
    progress("reading " + options.scenario);
    auto scenario = open_sound_scenario(options.scenario, data);
    if (options.known_by) scenario = known_by(*scenario, *options.known_by);
    const auto request = resolve(options, *scenario);
    if (request.figure.round_deg) scenario = blurred(*scenario, *request.figure.round_deg);
    progress("composing");
    auto snapshot = assets::snapshot_at(*scenario, request.figure.at);
    if (request.figure.shows("coverage"))
        snapshot.coverage = std::make_shared<const assets::Coverage>(assets::coverage_of(*scenario, request.figure.at));
    const auto composition = [&] {
        try {
            return render::compose(*scenario, snapshot, request.figure, data.style());
        } catch (const geo::ReadError& error) {
            throw FileError{error.what()};
        } catch (const std::runtime_error& error) {
            throw UsageError{error.what()};
        }
    }();
    if (!options.layout.empty()) save_file(options.layout, render::layout_json(composition.layout));
    if (options.alt) save_file(*options.alt, alt_text(*scenario, snapshot, composition));
    if (options.caption) save_file(*options.caption, caption_text(*scenario, snapshot, composition));
    if (options.fact_check) save_file(*options.fact_check, fact_check(*scenario, snapshot, composition));
    if (request.format) {
        progress("writing " + options.output);
        save_file(options.output, play(composition, request));
    }
}

} // namespace app
