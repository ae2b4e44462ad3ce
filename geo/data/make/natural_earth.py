"""Reads Natural Earth from the TopoJSON of world-atlas and makes it planar.

In world-atlas rings jump from +180 to -180 degrees, and the ring of Antarctica does not close. Here the longitudes of
rings are made continuous, rings around a pole are closed over it, and every geometry is moved to longitudes in
[CUT, CUT + 360], so that only Greenland and Antarctica are cut, along one meridian.
"""
import json

from shapely.affinity import translate
from shapely.geometry import LineString, Polygon, box
from shapely.ops import unary_union
from shapely.validation import make_valid

from layers import parts

CUT = -30.0


class Topology:
    def __init__(self, path):
        with open(path, encoding='utf-8') as file:
            self.json = json.load(file)
        (sx, sy), (tx, ty) = self.json['transform']['scale'], self.json['transform']['translate']
        self.arcs = []
        for deltas in self.json['arcs']:
            x = y = 0
            points = []
            for dx, dy in deltas:
                x, y = x + dx, y + dy
                point = (round(x * sx + tx, 6), round(max(-90.0, min(90.0, y * sy + ty)), 6))
                if not points or points[-1] != point:
                    points.append(point)
            self.arcs.append(points)

    def geometries(self, name):
        return self.json['objects'][name]['geometries']

    def ring(self, indices):
        points = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points


def unwrapped(points):
    """Longitudes made continuous: no step longer than 180 degrees."""
    offset, result = 0.0, [points[0]]
    for (x0, _), (x1, y1) in zip(points, points[1:]):
        if x1 - x0 > 180:
            offset -= 360
        elif x1 - x0 < -180:
            offset += 360
        result.append((x1 + offset, y1))
    return result


def closed_over_pole(points):
    (x0, y0), (x1, _) = points[0], points[-1]
    if abs(x1 - x0) < 180:
        return points
    pole = -90.0 if y0 < 0 else 90.0
    return points + [(x1, pole), (x0, pole), points[0]]


def into_range(geometry):
    """The pieces of a geometry, each moved into [CUT, CUT + 360]."""
    for turns in (-2, -1, 0, 1):
        strip = box(CUT + 360 * turns, -90, CUT + 360 * (turns + 1), 90)
        piece = geometry.intersection(strip)
        if not piece.is_empty:
            yield translate(piece, -360 * turns)


def land_polygons(topology):
    pieces = []
    for geometry in topology.geometries('land'):
        for rings in geometry['arcs'] if geometry['type'] == 'MultiPolygon' else [geometry['arcs']]:
            shells = [closed_over_pole(unwrapped(topology.ring(ring))) for ring in rings]
            shells = [ring for ring in shells if len(ring) >= 4]
            if not shells:
                continue
            # A hole may have been unwrapped to another turn than its outline, so it is subtracted in three turns.
            shape = make_valid(Polygon(shells[0]))
            for hole in shells[1:]:
                for turns in (-360, 0, 360):
                    shape = shape.difference(make_valid(Polygon(translate(LineString(hole), turns).coords)))
            for piece in into_range(shape):
                pieces += parts(piece, 'Polygon')
    # The union removes what is left of Natural Earth's own seam at 180 degrees.
    return list(parts(unary_union(pieces), 'Polygon'))


def border_lines(topology):
    """(line, country, country) for every arc that two countries share."""
    owners = {}

    def collect(arcs, name):
        for entry in arcs:
            if isinstance(entry, int):
                owners.setdefault(entry if entry >= 0 else ~entry, set()).add(name)
            else:
                collect(entry, name)

    for geometry in topology.geometries('countries'):
        collect(geometry.get('arcs', []), geometry['properties']['name'])
    for index, names in sorted(owners.items()):
        if len(names) < 2 or len(topology.arcs[index]) < 2:
            continue
        for piece in into_range(LineString(unwrapped(topology.arcs[index]))):
            for line in parts(piece, 'LineString'):
                yield (line, *sorted(names)[:2])
