#include "render/text/font_files.hpp"

#include "render/text/c_handles.hpp"
#include "render/text/fonts.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

#include <cairo-ft.h>

namespace render {
namespace {

CairoFontFacePtr open_face(const FontFace& face) {
    if (!std::filesystem::exists(face.file)) throw std::runtime_error{face.file + ": font file not found"};
    // A pattern with a file makes Cairo open that file without consulting fontconfig.
    const FcPatternPtr pattern{FcPatternBuild(nullptr, FC_FILE, FcTypeString, face.file.c_str(), FC_INDEX,
                                              FcTypeInteger, face.face_index, nullptr)};
    CairoFontFacePtr opened{cairo_ft_font_face_create_for_pattern(pattern.get())};
    if (cairo_font_face_status(opened.get()) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{face.file + ": font file cannot be used"};
    }
    return opened;
}

} // namespace

cairo_font_face_t* cairo_face(const FontFace& face) {
    static std::mutex guard;
    static std::map<std::pair<std::string, int>, CairoFontFacePtr> faces;
    const std::lock_guard lock{guard};
    auto& kept = faces[{face.file, face.face_index}];
    if (!kept) kept = open_face(face);
    return kept.get();
}

const cairo_font_options_t* text_font_options() {
    static const CairoFontOptionsPtr options = [] {
        CairoFontOptionsPtr made{cairo_font_options_create()};
        cairo_font_options_set_hint_style(made.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(made.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(made.get(), CAIRO_ANTIALIAS_GRAY);
        return made;
    }();
    return options.get();
}

} // namespace render
