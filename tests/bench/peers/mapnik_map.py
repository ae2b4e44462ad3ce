"""Draws land and borders with Mapnik: Natural Earth 1:10m, LAEA centred on 135E 15N, 13,000 km wide, 2400x1350."""
import sys
import mapnik

data, out = sys.argv[1:3]
world = mapnik.Map(2400, 1350, "+proj=laea +lat_0=15 +lon_0=135 +datum=WGS84")
world.background = mapnik.Color("#d9ebf7")


def add(name, *symbolizers):
    style, rule = mapnik.Style(), mapnik.Rule()
    for symbolizer in symbolizers:
        rule.symbols.append(symbolizer)
    style.rules.append(rule)
    world.append_style(name, style)
    layer = mapnik.Layer(name, "+proj=longlat +datum=WGS84")
    layer.datasource = mapnik.Shapefile(file="%s/%s.shp" % (data, name))
    layer.styles.append(name)
    world.layers.append(layer)


def line():
    symbolizer = mapnik.LineSymbolizer()
    symbolizer.stroke, symbolizer.stroke_width = mapnik.Color("#808080"), 0.7
    return symbolizer


fill = mapnik.PolygonSymbolizer()
fill.fill = mapnik.Color("#f2f0e4")
add("land", fill, line())
add("borders", line())
world.zoom_to_box(mapnik.Box2d(-6.5e6, -3.65625e6, 6.5e6, 3.65625e6))
mapnik.render_to_file(world, out)
