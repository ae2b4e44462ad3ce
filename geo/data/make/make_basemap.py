#!/usr/bin/python3
"""Natural Earth land and borders as FlatGeobuf.

usage: make_basemap.py WORLD_ATLAS_PACKAGE_DIR DISPUTED_BORDERS.gpkg OUT_DIR

WORLD_ATLAS_PACKAGE_DIR: unpacked `npm pack world-atlas@2.0.2`. DISPUTED_BORDERS.gpkg: world_map.gpkg of Debian's
qgis-common (layer disputed_borders of Natural Earth 4.1). Needs python3-gdal and python3-shapely; about a minute.

Coast lines have no file: they are the edges of the land that do not lie on a cut (geo/basemap/basemap.cpp).
"""
import os
import sys

from osgeo import gdal, ogr
from shapely import wkb
from shapely.geometry import box
from shapely.ops import unary_union

from fine_boxes import FINE_AREA, FINE_BOXES
from layers import parts, write_borders, write_polygons
from natural_earth import Topology, border_lines, into_range, land_polygons

# Land outside the boxes of the fine coast reaches this far into them, so that two fills that meet leave no light seam.
OVERLAP_DEG = 0.003

# Lines that are no border between states, or that something else replaces.
LEFT_OUT = {
    ('China', 'Hong Kong'), ('China', 'Macao'),   # within China
    ('North Korea', 'South Korea'),               # the Military Demarcation Line is drawn instead
    ('Baikonur', 'Kazakhstan'), ('Cuba', 'USNB Guantanamo Bay'),
}
# Natural Earth's lines of control and unsettled borders: (countries, where, feature of geo/data/policy).
EVERYWHERE = box(-30, -90, 330, 90)
DISPUTED = [
    (('Russia', 'Ukraine'), box(32, 45, 36, 46.4), 'crimea'),
    (('India', 'Pakistan'), box(73, 32.5, 78, 36), 'kashmir'),
    (('India', 'Siachen Glacier'), EVERYWHERE, 'kashmir'),
    (('Pakistan', 'Siachen Glacier'), EVERYWHERE, 'kashmir'),
    (('China', 'Siachen Glacier'), EVERYWHERE, 'kashmir'),
    (('China', 'India'), box(76, 32.3, 81, 37), 'aksai-chin'),
    (('China', 'India'), box(91.0, 26, 98, 30), 'india-china-line'),
    (('China', 'India'), box(78, 30, 81.0, 32.3), 'india-china-line'),
    (('Kosovo', 'Serbia'), EVERYWHERE, 'disputed-line'),
    (('Morocco', 'W. Sahara'), EVERYWHERE, 'disputed-line'),
    (('Somalia', 'Somaliland'), EVERYWHERE, 'disputed-line'),
    (('Israel', 'Palestine'), EVERYWHERE, 'disputed-line'),
    (('Egypt', 'Palestine'), EVERYWHERE, 'disputed-line'),
    (('Jordan', 'Palestine'), EVERYWHERE, 'disputed-line'),
    (('Israel', 'Syria'), EVERYWHERE, 'disputed-line'),
    (('Cyprus', 'Cyprus U.N. Buffer Zone'), EVERYWHERE, 'disputed-line'),
    (('Cyprus U.N. Buffer Zone', 'N. Cyprus'), EVERYWHERE, 'disputed-line'),
    (('Cyprus', 'N. Cyprus'), EVERYWHERE, 'disputed-line'),
]
# Lines that Natural Earth has only in its layer of claims: (name, country, where, feature).
CLAIMS = [
    ('Indian claim', 'China', box(77.5, 33, 81, 36.2), 'aksai-chin'),
    ('Japanese claim', 'Russia', box(148, 45, 150, 47), 'southern-kurils'),
    ('Syrian claim', 'Israel', EVERYWHERE, 'disputed-line'),
]


def classified(line, first, second):
    """Splits a border: yields (piece, disputed, policy feature)."""
    if (first, second) in LEFT_OUT:
        return
    rest = line
    for pair, where, policy in DISPUTED:
        if pair == (first, second):
            for piece in parts(rest.intersection(where), 'LineString'):
                yield piece, True, policy
            rest = rest.difference(where)
    for piece in parts(rest, 'LineString'):
        yield piece, False, ''


def claims(path):
    dataset = ogr.Open(path)
    for feature in dataset.GetLayerByName('disputed_borders'):
        shape = wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb()))
        for name, country, where, policy in CLAIMS:
            if (feature['name'], feature['adm0_left']) == (name, country) and where.contains(shape):
                for piece in into_range(shape):
                    for line in parts(piece, 'LineString'):
                        yield line, True, policy


def main(world_atlas, disputed_borders, out):
    for level in ('110m', '50m', '10m'):
        topology = Topology(os.path.join(world_atlas, f'countries-{level}.json'))
        land = land_polygons(topology)
        meets = [level == '10m' and polygon.intersects(FINE_AREA) for polygon in land]
        write_polygons(os.path.join(out, f'land_{level}.fgb'), f'land_{level}',
                       [polygon for polygon, cut in zip(land, meets) if not cut])
        borders = [piece for border in border_lines(topology) for piece in classified(*border)]
        borders += claims(disputed_borders) if level != '110m' else []
        write_borders(os.path.join(out, f'borders_{level}.fgb'), f'borders_{level}', borders)
        if level == '10m':
            # Land that reaches into the boxes is written twice: whole for 1:10m, and cut for use with the fine coast.
            whole = [polygon for polygon, cut in zip(land, meets) if cut]
            inner = unary_union([box(*b) for b in FINE_BOXES]).buffer(-OVERLAP_DEG, join_style=2)
            around = parts(unary_union(whole).difference(inner), 'Polygon')
            write_polygons(os.path.join(out, 'land_10m_fine_whole.fgb'), 'land_10m_fine_whole', whole)
            write_polygons(os.path.join(out, 'land_10m_fine_cut.fgb'), 'land_10m_fine_cut', around)


if __name__ == '__main__':
    gdal.UseExceptions()
    ogr.UseExceptions()
    main(*sys.argv[1:])
