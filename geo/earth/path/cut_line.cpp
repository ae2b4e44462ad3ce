#include "geo/earth/path/cut_line.hpp"

#include <algorithm>
#include <cmath>

namespace geo {

std::vector<Polyline> cut_at_antimeridian(const Polyline& line) {
    std::vector<Polyline> pieces;
    Polyline piece;
    double turn = 0; // the piece has longitudes in [turn - 180, turn + 180]
    const auto end_piece = [&] {
        const bool has_length =
            std::any_of(piece.begin(), piece.end(), [&](const Degrees& point) { return !(point == piece.front()); });
        for (Degrees& point : piece)
            point.lon -= turn;
        if (has_length) pieces.push_back(std::move(piece));
        piece.clear();
    };
    for (const Degrees& to : line) {
        if (piece.empty()) turn = 360 * std::floor((to.lon + 180) / 360);
        while (to.lon < turn - 180 || to.lon > turn + 180) {
            const double east = to.lon > turn ? 1 : -1, edge = turn + east * 180;
            const Degrees from = piece.back();
            const double share = (edge - from.lon) / (to.lon - from.lon);
            const Degrees cut{edge, from.lat + share * (to.lat - from.lat)};
            if (!(piece.back() == cut)) piece.push_back(cut);
            end_piece();
            turn += east * 360;
            piece.push_back(cut);
        }
        piece.push_back(to);
    }
    if (!piece.empty()) end_piece();
    return pieces;
}

} // namespace geo
