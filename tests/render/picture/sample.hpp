#pragma once

#include "render/picture/picture.hpp"
#include "render/text/typesetter.hpp"

/// A small page with every kind of command, on which the players are compared.
namespace sample {

/// 120 x 80 mm. Layers sea, land, zones, assets, labels and title, each a tagged group.
[[nodiscard]] render::Picture page(const render::Typesetter&);

/// Shapes for other tests.
[[nodiscard]] render::Outline rectangle(double x, double y, double w, double h);
[[nodiscard]] render::Outline polygon(double cx, double cy, double radius, int corners);

} // namespace sample
