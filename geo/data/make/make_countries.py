#!/usr/bin/python3
"""Natural Earth's countries as FlatGeobuf, one polygon per feature with its ISO 3166-1 alpha-2 code.

usage: make_countries.py WORLD_ATLAS_PACKAGE_DIR OUT_DIR

WORLD_ATLAS_PACKAGE_DIR: unpacked `npm pack world-atlas@2.0.2`. Needs python3-gdal, python3-shapely and Debian's
iso-codes. The program asks these polygons which country a point lies in; they are never filled on a map.
"""
import json
import os
import sys

from osgeo import gdal, ogr
from shapely.affinity import translate
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import unary_union
from shapely.validation import make_valid

from layers import parts, write_countries
from natural_earth import Topology, closed_over_pole, into_range, unwrapped

ISO_CODES = '/usr/share/iso-codes/json/iso_3166-1.json'
# Degrees by which a border or coast may move. Neighbours share their arcs, so no gap opens between them.
TOLERANCE = {'110m': 0.0, '50m': 0.02}
# Entries of Natural Earth without an ISO code, and the country that they are counted to. The others are Kosovo and the
# Siachen Glacier, which are given to none.
WITHOUT_CODE = {'N. Cyprus': 'CY', 'Somaliland': 'SO', 'Indian Ocean Ter.': 'AU'}
# (country in Natural Earth, where, country here): disputed land as in geo/data/policy; '' gives it to no state.
MOVED = [
    ('RU', box(32.3, 44.2, 36.66, 46.3), 'UA'),   # Crimea
    ('RU', box(145.2, 43.2, 149.5, 46.2), ''),    # southern Kurils
    ('CN', box(110.9, 15.5, 113.1, 17.4), ''),    # Paracels
    # Territories with a code of their own that Natural Earth draws with their state. Longitudes run from -30 to 330.
    ('FR', box(304, 1, 310, 7), 'GF'), ('FR', box(298, 15.7, 299.5, 16.7), 'GP'), ('FR', box(298.5, 14, 300, 15), 'MQ'),
    ('FR', box(55, -22, 56, -20), 'RE'), ('FR', box(44.5, -13.5, 46, -12), 'YT'),
    ('AU', box(105, -11, 106, -10), 'CX'), ('AU', box(96, -13, 97.5, -11.5), 'CC'),
    ('NO', box(9, 74, 36, 81.5), 'SJ'), ('NO', box(-10, 70.5, -7, 71.5), 'SJ'),
]
# The same for parts of a polygon, which are cut out.
CUT_OUT = [
    ('MA', box(-18, 20, -8, 27.667), 'EH'),       # Western Sahara
    ('IL', box(35.64, 32.68, 36.0, 33.34), ''),   # Golan Heights
]
# Islets of disputed groups are given to no state, whoever they are given to in Natural Earth.
NOBODY = [
    box(111.0, 6.5, 117.3, 12.1),                 # Spratlys
    box(117.6, 15.0, 118.0, 15.3),                # Scarborough Shoal
    box(123.3, 25.6, 124.7, 26.0),                # Senkaku/Diaoyu
    box(131.8, 37.2, 131.9, 37.3),                # Dokdo/Takeshima
]


class Simplified(Topology):
    def __init__(self, path, tolerance):
        super().__init__(path)
        for i, arc in enumerate(self.arcs):
            jumps = any(abs(x1 - x0) > 180 for (x0, _), (x1, _) in zip(arc, arc[1:]))  # over the antimeridian
            if len(arc) > 4 and tolerance > 0 and not jumps:
                kept = list(LineString(arc).simplify(tolerance, preserve_topology=False).coords)
                closed = arc[0] == arc[-1]
                self.arcs[i] = kept if len(kept) >= (4 if closed else 2) else arc


def polygons(topology, geometry):
    """The polygons of a country. Lakes and enclaves are holes."""
    for rings in geometry['arcs'] if geometry['type'] == 'MultiPolygon' else [geometry['arcs']]:
        shells = [closed_over_pole(unwrapped(topology.ring(ring))) for ring in rings]
        # The outline is the largest ring: in 1:50m the outline of Antarctica stands after a hole.
        shells = sorted((ring for ring in shells if len(ring) >= 4), key=lambda ring: -Polygon(ring).area)
        if not shells:
            continue
        shape = make_valid(Polygon(shells[0]))
        for hole in shells[1:]:
            for turns in (-360, 0, 360):
                shape = shape.difference(make_valid(Polygon(translate(LineString(hole), turns).coords)))
        for piece in into_range(shape):
            yield from parts(piece, 'Polygon')


def country_of(iso, polygon):
    centre = polygon.representative_point()
    for owner, where, other in MOVED:
        if iso == owner and where.contains(centre):
            return other
    return '' if any(where.contains(centre) for where in NOBODY) else iso


def countries(topology, codes):
    for geometry in topology.geometries('countries'):
        if 'arcs' not in geometry:
            continue
        name = geometry['properties']['name']
        iso = codes.get(geometry.get('id'), WITHOUT_CODE.get(name, ''))
        pieces = {}
        for polygon in polygons(topology, geometry):
            for owner, where, other in CUT_OUT:
                if iso == owner:
                    pieces.setdefault(other, []).append(polygon.intersection(where))
                    polygon = polygon.difference(where)
            for part in parts(polygon, 'Polygon'):
                pieces.setdefault(country_of(iso, part), []).append(part)
        for owner, shapes in pieces.items():
            if owner:
                for polygon in parts(unary_union(shapes), 'Polygon'):
                    yield owner, polygon


def check(shapes):
    """Points whose country the policy decides."""
    for lon, lat, wanted in [(34.1, 45.2, 'UA'), (34.0, 44.9, 'UA'), (121.0, 24.0, 'TW'), (147.9, 45.0, ''),
                             (143.0, 43.5, 'JP'), (127.0, 37.5, 'KR'), (126.0, 39.5, 'KP'), (20.9, 42.6, ''),
                             (109.7, 19.2, 'CN'), (38.0, 45.2, 'RU'), (-13.2, 26.9, 'EH'), (307, 4, 'GF'), (20, -80, 'AQ')]:
        found = {iso for iso, polygon in shapes if polygon.contains(Point(lon, lat))}
        assert found == ({wanted} if wanted else set()), (lon, lat, wanted, found)


def main(world_atlas, out):
    with open(ISO_CODES, encoding='utf-8') as file:
        codes = {entry['numeric']: entry['alpha_2'] for entry in json.load(file)['3166-1']}
    for level, tolerance in TOLERANCE.items():
        topology = Simplified(os.path.join(world_atlas, f'countries-{level}.json'), tolerance)
        shapes = sorted(countries(topology, codes), key=lambda entry: entry[0])
        check(shapes)
        write_countries(os.path.join(out, f'countries_{level}.fgb'), f'countries_{level}', shapes)


if __name__ == '__main__':
    gdal.UseExceptions()
    ogr.UseExceptions()
    main(*sys.argv[1:])
