#pragma once

#include "render/picture/picture.hpp"
#include "render/text/typesetter.hpp"

/// A small page with one of everything that a picture can hold: what the players are compared on.
namespace sample {

/// 120 x 80 mm. Layers sea, land, zones, assets, labels and title, each a tagged group.
[[nodiscard]] render::Picture page(const render::Typesetter&);

/// Shapes, for tests that need one.
[[nodiscard]] render::Outline rectangle(double x, double y, double w, double h);
[[nodiscard]] render::Outline polygon(double cx, double cy, double radius, int corners);

} // namespace sample
