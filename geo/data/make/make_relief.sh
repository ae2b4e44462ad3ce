#!/bin/sh
# Joins the tiles of Natural Earth II that Cesium ships to one JPEG of the world: plate carree, 2048 x 1024 pixels.
# usage: make_relief.sh NATURAL_EARTH_II_DIR OUT.jpg       (level 2: 8 x 4 tiles of 45 degrees; needs gdal-bin)
set -eu
tiles=$1 out=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for x in 0 1 2 3 4 5 6 7; do
    for y in 0 1 2 3; do
        west=$((x * 45 - 180)) south=$((y * 45 - 90))
        gdal_translate -q -of VRT -a_srs EPSG:4326 -a_ullr $west $((south + 45)) $((west + 45)) $south \
            "$tiles/2/$x/$y.jpg" "$work/${x}_$y.vrt"
    done
done
gdalbuildvrt -q "$work/all.vrt" "$work"/*_*.vrt
gdal_translate -q -of JPEG -co QUALITY=90 "$work/all.vrt" "$out"
rm -f "$out.aux.xml"
