#include "app/export/render_figure.hpp"

#include "app/export/sidecars.hpp"
#include "app/figure/page.hpp"
#include "render/map/furniture/furniture.hpp"
#include "render/map/words/words.hpp"
#include "render/svg/svg.hpp"

#include <algorithm>
#include <optional>

namespace app {

render::Composition compose_figure(const FigureJob& job) {
    return job.composer->compose(*job.scenario, *job.snapshot, job.request.figure);
}

std::pair<int, int> png_size(const FigureJob& job, const render::Picture& picture) {
    const double dpi = job.request.figure.dpi;
    return {pixels_of(picture.width_mm, dpi), pixels_of(picture.height_mm, dpi)};
}

std::string render_figure(const FigureJob& job, const RenderStep& step, const render::Composition* composed) {
    const auto next = [&](const char* what, float share) {
        if (step) step(what, share);
    };
    std::optional<render::Composition> made;
    if (composed == nullptr) {
        next("Composing", 0.05F);
        composed = &made.emplace(compose_figure(job));
    }
    const auto& picture = composed->picture;
    const auto& request = job.request;
    next("Drawing", 0.3F);
    switch (request.format.value()) {
    case PictureFormat::Png: {
        const auto [width, height] = png_size(job, picture);
        const auto raster = render::rasterise(picture, width, height);
        next("Packing", 0.65F);
        return render::encode_png(raster, request.figure.dpi, picture.title, picture.description);
    }
    case PictureFormat::Svg:
        return render::write_svg(picture, request.svg_text);
    case PictureFormat::Pdf:
        return render::write_pdf(picture, std::chrono::floor<std::chrono::seconds>(request.figure.at));
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> render_sidecars(const FigureJob& job,
                                                                 const render::Composition& composition) {
    const auto& [scenario, snapshot, request, composer] = job;
    const auto in_use = composer->words(*scenario, request.figure);
    const render::Words& words = *in_use;
    std::vector<std::pair<std::string, std::string>> files;
    if (!request.layout.empty()) files.emplace_back(request.layout, render::layout_json(composition.layout));
    if (!request.alt.empty())
        files.emplace_back(request.alt, alt_text(words, *scenario, *snapshot, composition) + "\n" +
                                            long_description(words, *scenario, *snapshot, composition));
    if (!request.caption.empty())
        files.emplace_back(request.caption, caption_text(words, *scenario, *snapshot, composition));
    if (!request.fact_check.empty())
        files.emplace_back(request.fact_check, fact_check(words, *scenario, *snapshot, composition));
    return files;
}

render::Raster render_preview(const render::Picture& picture, int width_px, int height_px) {
    const double fit = std::min(width_px / picture.width_mm, height_px / picture.height_mm);
    return render::rasterise(picture, std::max(1, static_cast<int>(picture.width_mm * fit)),
                             std::max(1, static_cast<int>(picture.height_mm * fit)));
}

} // namespace app
