#pragma once

#include <memory>

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <glib-object.h>
#include <pango/pango.h>

/// Owners for the handles of GLib, Pango, fontconfig and Cairo; used by sources of render/text and render/cairo only.
namespace render {

template <auto Close>
struct CloseWith {
    template <class T>
    void operator()(T* handle) const noexcept {
        Close(handle);
    }
};

template <class T>
using GObjectPtr = std::unique_ptr<T, CloseWith<g_object_unref>>;
using GCharsPtr = std::unique_ptr<char, CloseWith<g_free>>;
using PangoAttrsPtr = std::unique_ptr<PangoAttrList, CloseWith<pango_attr_list_unref>>;
using PangoFontDescriptionPtr = std::unique_ptr<PangoFontDescription, CloseWith<pango_font_description_free>>;
using PangoIterPtr = std::unique_ptr<PangoLayoutIter, CloseWith<pango_layout_iter_free>>;
using PangoMetricsPtr = std::unique_ptr<PangoFontMetrics, CloseWith<pango_font_metrics_unref>>;
using FcConfigPtr = std::unique_ptr<FcConfig, CloseWith<FcConfigDestroy>>;
using FcCharSetPtr = std::unique_ptr<FcCharSet, CloseWith<FcCharSetDestroy>>;
using FcPatternPtr = std::unique_ptr<FcPattern, CloseWith<FcPatternDestroy>>;
using CairoPtr = std::unique_ptr<cairo_t, CloseWith<cairo_destroy>>;
using CairoSurfacePtr = std::unique_ptr<cairo_surface_t, CloseWith<cairo_surface_destroy>>;
using CairoFontFacePtr = std::unique_ptr<cairo_font_face_t, CloseWith<cairo_font_face_destroy>>;
using CairoFontOptionsPtr = std::unique_ptr<cairo_font_options_t, CloseWith<cairo_font_options_destroy>>;

} // namespace render
