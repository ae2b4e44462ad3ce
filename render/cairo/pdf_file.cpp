#include "render/cairo/play.hpp"
#include "render/cairo/players.hpp"
#include "render/picture/units.hpp"
#include "render/text/c_handles.hpp"

#include <stdexcept>

#include <cairo-pdf.h>
#include <fmt/format.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace render {
namespace {

constexpr double points_per_mm = 72 / mm_per_inch;

cairo_status_t append(void* file, const unsigned char* data, unsigned int size) {
    static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

/// Cairo 1.16 leaks 768 bytes per CJK font when it writes a font subset. The leak checker is switched off for this
/// call, so that its reports show only our own leaks.
void finish(cairo_surface_t* surface) {
#ifdef __SANITIZE_ADDRESS__
    const __lsan::ScopedDisabler not_ours;
#endif
    cairo_surface_finish(surface);
}

std::string iso_time(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

} // namespace

std::string write_pdf(const Picture& picture, std::chrono::sys_seconds creation_date) {
    std::string file;
    const CairoSurfacePtr surface{cairo_pdf_surface_create_for_stream(append, &file, picture.width_mm * points_per_mm,
                                                                      picture.height_mm * points_per_mm)};
    const auto describe = [&](cairo_pdf_metadata_t key, const std::string& value) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(surface.get(), key, value.c_str());
    };
    describe(CAIRO_PDF_METADATA_TITLE, picture.title);
    describe(CAIRO_PDF_METADATA_SUBJECT, picture.description);
    describe(CAIRO_PDF_METADATA_CREATOR, "Theatrum");
    // Cairo always writes a creation date; its default is the current time.
    describe(CAIRO_PDF_METADATA_CREATE_DATE, iso_time(creation_date));

    CairoPtr cairo{cairo_create(surface.get())};
    cairo_scale(cairo.get(), points_per_mm, points_per_mm);
    const auto& paper = picture.background;
    cairo_set_source_rgb(cairo.get(), paper.r / 255.0, paper.g / 255.0, paper.b / 255.0);
    cairo_paint(cairo.get());
    play(cairo.get(), picture.commands, Medium::Paper);
    auto status = cairo_status(cairo.get());
    cairo.reset();
    finish(surface.get());
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{fmt::format("the PDF cannot be written: {}", cairo_status_to_string(status))};
    }
    return file;
}

} // namespace render
