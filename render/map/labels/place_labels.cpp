#include "render/map/labels/place_labels.hpp"

#include "render/map/labels/surroundings.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace render {
namespace {

constexpr double gap_mm = 0.35; // between two texts
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

struct Label {
    LabelRequest request;
    TextBlock block, far_block;
    std::vector<Candidate> candidates;
    std::vector<double> costs; ///< NaN: not computed yet; infinite: not allowed
    std::size_t chosen = nowhere;
    std::string why;
};

class Placer {
public:
    Placer(std::vector<LabelRequest> requests, const Obstacles& obstacles, const Rect& frame, const Theme& theme,
           const Typesetter& typesetter)
        : m_frame{frame},
          m_leader_mm{theme.leader_mm},
          m_surroundings{obstacles, frame},
          m_on_foreign_land{obstacles.on_foreign_land},
          m_placed{frame, 10} {
        for (LabelRequest& r : requests) {
            Label label{std::move(r), {}, {}, {}, {}, nowhere, {}};
            label.block = set_block(label.request, typesetter);
            label.far_block = set_far_block(label.request, typesetter);
            make_candidates(label);
            m_labels.push_back(std::move(label));
        }
        m_order.resize(m_labels.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](auto a, auto b) { return m_labels[a].request.rank < m_labels[b].request.rank; });
    }

    LabelResult run() {
        for (const std::size_t i : m_order)
            if (!is_other_form(i)) place(i);
        for (int round = 0; round < 2; ++round) {
            for (const std::size_t i : m_order)
                if (!is_other_form(i) && (m_labels[i].chosen == nowhere || has_leader(i))) make_room(i);
            for (const std::size_t i : m_order)
                improve(i);
        }
        for (const std::size_t i : m_order)
            if (!is_other_form(i)) push_out(i); // labels for which moving other labels gave no room
        place_other_forms();
        for (const std::size_t i : m_order)
            place_anyway(i);
        return result();
    }

private:
    void make_candidates(Label& label) {
        const LabelRequest& r = label.request;
        if (label.block.lines.empty() || label.block.w_mm <= 0) {
            label.why = "no text";
        } else if (r.kind == LabelRequest::Kind::Along) {
            label.candidates = along(r, label.block, m_frame);
            if (label.candidates.empty()) label.why = "outside the frame, or its line is too short";
        } else if (!contains(m_frame, r.at)) {
            label.why = "outside the frame";
        } else {
            label.candidates = r.kind == LabelRequest::Kind::Beside ? beside(r, label.block) : centred(r, label.block);
        }
        label.costs.assign(label.candidates.size(), std::numeric_limits<double>::quiet_NaN());
    }

    /// Whether the label is another form of the name that the label before it has.
    [[nodiscard]] bool is_other_form(std::size_t i) const {
        if (i == 0) return false;
        const LabelRequest &own = m_labels[i].request, &before = m_labels[i - 1].request;
        return own.id == before.id && own.layer == before.layer;
    }

    /// Whether a form of the label's name that precedes it is placed.
    [[nodiscard]] bool is_named(std::size_t i) const {
        for (; is_other_form(i); --i)
            if (m_labels[i - 1].chosen != nowhere) return true;
        return false;
    }

    [[nodiscard]] bool has_other_form_placed(std::size_t i) const {
        for (++i; i < m_labels.size() && is_other_form(i); ++i)
            if (m_labels[i].chosen != nowhere) return true;
        return false;
    }

    void place_other_forms() {
        for (const std::size_t i : m_order) {
            if (!is_other_form(i) || is_named(i)) continue;
            place(i);
            if (m_labels[i].chosen == nowhere) make_room(i);
        }
    }

    /// The most mm of lines that may lie under a label. Only centred labels have a limit: a sea's name across coasts
    /// would not tell which water it names. A text that is never dropped has none, so that it is placed in its turn.
    static double max_crossed_mm(const Label& label) {
        if (label.request.kind != LabelRequest::Kind::Centred || label.request.never_drop)
            return std::numeric_limits<double>::infinity();
        return 0.6 * label.block.w_mm * static_cast<double>(label.block.lines.size());
    }

    static bool may_cover_dots(const Label& label) {
        return label.request.never_drop || label.request.kind == LabelRequest::Kind::Centred;
    }

    /// Cost of a candidate regardless of other labels; infinite when the candidate is not allowed.
    double cost(std::size_t i, std::size_t k) {
        Label& label = m_labels[i];
        if (label.costs[k] != label.costs[k]) {
            const Candidate& c = label.candidates[k];
            label.costs[k] = m_surroundings.allows(c, label.request.at, may_cover_dots(label))
                                 ? m_surroundings.cost(c, label.request.at, max_crossed_mm(label))
                                 : std::numeric_limits<double>::infinity();
            if (label.costs[k] < std::numeric_limits<double>::infinity() && is_misplaced(label.request, c))
                label.costs[k] = std::numeric_limits<double>::infinity();
        }
        return label.costs[k];
    }

    /// Whether the text stands where its request forbids it, or on foreign land so far from its symbol that a reader
    /// might take it for the name of something else.
    [[nodiscard]] bool is_misplaced(const LabelRequest& request, const Candidate& c) const {
        constexpr double near_mm = 3.5;
        if (request.fits && !request.fits(c.box.centre)) return true;
        if (!m_on_foreign_land || request.kind != LabelRequest::Kind::Beside) return false;
        const Rect text = c.box.bounds();
        const Rect symbol = request.symbol_box.w > 0 ? request.symbol_box : Rect{request.at.x, request.at.y, 0, 0};
        if (distance(text, symbol) <= near_mm) return false;
        return m_on_foreign_land(text, symbol);
    }

    [[nodiscard]] bool has_leader(std::size_t i) const {
        const Label& label = m_labels[i];
        return label.chosen != nowhere && label.candidates[label.chosen].leader.has_value();
    }

    [[nodiscard]] OrientedBox leader_box(const Candidate& c) const {
        return OrientedBox::segment(c.leader->first, c.leader->second, m_leader_mm);
    }

    [[nodiscard]] bool clashes(const Candidate& a, const Candidate& b) const {
        const OrientedBox around = a.box.grown(gap_mm);
        if (around.overlaps(b.box)) return true;
        if (b.leader && around.overlaps(leader_box(b))) return true;
        if (a.leader && leader_box(a).overlaps(b.box.grown(gap_mm))) return true;
        return a.leader && b.leader && leader_box(a).overlaps(leader_box(b));
    }

    [[nodiscard]] Rect extent(const Candidate& c) const {
        Rect r = c.box.bounds();
        if (c.leader) {
            const Rect l = leader_box(c).bounds();
            const double x = std::min(r.x, l.x), y = std::min(r.y, l.y);
            r = {x, y, std::max(r.right(), l.right()) - x, std::max(r.bottom(), l.bottom()) - y};
        }
        return grown(r, gap_mm);
    }

    /// Placed labels that are in the way of a candidate, ascending; at most `limit` of them.
    [[nodiscard]] std::vector<std::size_t> in_the_way(std::size_t i, const Candidate& c, std::size_t limit) const {
        std::vector<std::size_t> found;
        (void)m_placed.any_near(extent(c), [&](std::uint32_t other) {
            const Label& o = m_labels[other];
            if (other == i || !clashes(c, o.candidates[o.chosen])) return false;
            if (std::find(found.begin(), found.end(), other) == found.end()) found.push_back(other);
            return found.size() >= limit;
        });
        std::sort(found.begin(), found.end());
        return found;
    }

    void put(std::size_t i, std::size_t k) {
        Label& label = m_labels[i];
        if (label.chosen != nowhere)
            m_placed.remove(static_cast<std::uint32_t>(i), extent(label.candidates[label.chosen]));
        label.chosen = k;
        if (k != nowhere) m_placed.add(static_cast<std::uint32_t>(i), extent(label.candidates[k]));
    }

    /// The cheapest free candidate that costs less than `below`; `nowhere` when there is none.
    std::size_t best_free(std::size_t i, double below) {
        std::size_t best = nowhere;
        for (std::size_t k = 0; k < m_labels[i].candidates.size(); ++k) {
            const Candidate& c = m_labels[i].candidates[k];
            if (c.cost >= below) continue; // its surroundings can only raise the cost
            const double here = cost(i, k);
            if (here >= below || !in_the_way(i, c, 1).empty()) continue;
            best = k;
            below = here;
        }
        return best;
    }

    void place(std::size_t i) {
        const std::size_t k = best_free(i, std::numeric_limits<double>::infinity());
        if (k != nowhere)
            put(i, k);
        else
            push_out(i);
    }

    void push_out(std::size_t i) {
        Label& label = m_labels[i];
        if (!label.request.allow_leader || label.request.kind != LabelRequest::Kind::Beside ||
            label.chosen != nowhere || label.candidates.empty())
            return;
        constexpr double farthest_mm = 25;
        const bool has_far = !label.far_block.lines.empty();
        const double most = has_far ? farthest_mm : label.request.most_leader_mm;
        bool is_small_tried = false;
        for (double distance = 2.5; distance <= most; distance += distance < 12 ? 1.5 : 4) {
            const bool far = has_far && distance > label.request.most_leader_mm;
            if (far && !is_small_tried && put_small_beside(i)) return;
            is_small_tried = is_small_tried || far;
            const std::size_t before = label.candidates.size();
            for (Candidate& c : pushed_out(label.request, far ? label.far_block : label.block, distance)) {
                c.cost += 8; // any place beside the symbol is better
                c.far = far;
                label.candidates.push_back(std::move(c));
            }
            label.costs.resize(label.candidates.size(), std::numeric_limits<double>::quiet_NaN());
            const std::size_t k = best_free(i, std::numeric_limits<double>::infinity());
            if (k != nowhere) return put(i, k);
            label.candidates.resize(before);
            label.costs.resize(before);
        }
    }

    /// Sets the small text beside the symbol, where that has room and the usual text has none. False if it has not.
    bool put_small_beside(std::size_t i) {
        Label& label = m_labels[i];
        const std::size_t before = label.candidates.size();
        for (Candidate& c : beside(label.request, label.far_block)) {
            c.cost += 10;
            c.far = true;
            label.candidates.push_back(std::move(c));
        }
        label.costs.resize(label.candidates.size(), std::numeric_limits<double>::quiet_NaN());
        const std::size_t k = best_free(i, std::numeric_limits<double>::infinity());
        if (k == nowhere) {
            label.candidates.resize(before);
            label.costs.resize(before);
            return false;
        }
        put(i, k);
        return true;
    }

    /// Places a label that is never dropped and has no free place: inside the frame, on as few other labels as
    /// possible.
    void place_anyway(std::size_t i) {
        Label& label = m_labels[i];
        if (!label.request.never_drop || label.chosen != nowhere || label.candidates.empty()) return;
        std::size_t best = 0, least = nowhere;
        for (std::size_t k = 0; k < label.candidates.size(); ++k) {
            OrientedBox& box = label.candidates[k].box;
            const Rect r = box.bounds();
            const auto shift_into = [](double low, double high, double from, double to) {
                return low < from ? from - low : high > to ? to - high : 0.0;
            };
            box.centre.x += shift_into(r.x, r.right(), m_frame.x, m_frame.right());
            box.centre.y += shift_into(r.y, r.bottom(), m_frame.y, m_frame.bottom());
            const std::size_t covered = in_the_way(i, label.candidates[k], nowhere).size();
            if (covered < least) best = k, least = covered;
        }
        put(i, best);
    }

    /// Takes a candidate that becomes free when one or two other labels move.
    void make_room(std::size_t i) {
        const double now =
            m_labels[i].chosen == nowhere ? std::numeric_limits<double>::infinity() : cost(i, m_labels[i].chosen);
        const std::size_t count = m_labels[i].candidates.size(), was = m_labels[i].chosen;
        for (std::size_t k = 0; k < count; ++k) {
            if (k == was || m_labels[i].candidates[k].leader || cost(i, k) >= now) continue;
            const auto others = in_the_way(i, m_labels[i].candidates[k], 3);
            if (others.size() > 2) continue;
            std::vector<std::pair<std::size_t, std::size_t>> moved; // label and its candidate before
            double added = cost(i, k);
            put(i, k);
            bool fits = true;
            for (const std::size_t other : others) {
                const std::size_t stood = m_labels[other].chosen;
                const double before = cost(other, stood);
                const std::size_t to = best_free(other, std::numeric_limits<double>::infinity());
                if (to == nowhere || m_labels[other].candidates[to].leader) {
                    fits = false;
                    break;
                }
                moved.emplace_back(other, stood);
                put(other, to);
                added += cost(other, to) - before;
            }
            if (fits && added < now) return;
            std::reverse(moved.begin(), moved.end());
            for (const auto& [other, before] : moved)
                put(other, before);
            put(i, was);
        }
    }

    void improve(std::size_t i) {
        if (m_labels[i].chosen == nowhere) return;
        const std::size_t k = best_free(i, cost(i, m_labels[i].chosen) - 1e-9);
        if (k != nowhere) put(i, k);
    }

    LabelResult result() {
        LabelResult out;
        for (const std::size_t i : m_order) {
            Label& label = m_labels[i];
            const bool far = label.chosen != nowhere && label.candidates[label.chosen].far;
            std::string text;
            for (const std::string& line : far ? label.request.far_lines : label.request.lines)
                text += text.empty() ? line : " " + line;
            if (label.chosen == nowhere && (is_other_form(i) || has_other_form_placed(i))) continue;
            if (label.chosen == nowhere) {
                out.dropped.push_back(
                    {label.request.id, std::move(text), label.why.empty() ? "no room" : std::move(label.why)});
                continue;
            }
            const Candidate& c = label.candidates[label.chosen];
            PlacedLabel placed_label{label.request.id, label.request.layer, std::move(text), {}, {}, {}, {}, c.leader};
            placed_label.commands = (far ? label.far_block : label.block).commands(c.box, c.angle_deg, c.align);
            placed_label.box = {c.box.centre.x - c.box.half_w, c.box.centre.y - c.box.half_h, 2 * c.box.half_w,
                                2 * c.box.half_h};
            if (c.angle_deg != 0) {
                const auto corners = c.box.corners();
                placed_label.quad.assign(corners.begin(), corners.end());
            }
            placed_label.anchor = label.request.kind == LabelRequest::Kind::Along ? c.box.centre : label.request.at;
            out.placed.push_back(std::move(placed_label));
        }
        return out;
    }

    Rect m_frame;
    double m_leader_mm;
    Surroundings m_surroundings;
    std::function<bool(const Rect&, const Rect&)> m_on_foreign_land;
    Grid m_placed;
    std::vector<Label> m_labels;
    std::vector<std::size_t> m_order; ///< by rank, then in the order of the requests
};

} // namespace

LabelResult place_labels(std::vector<LabelRequest> requests, const Obstacles& obstacles, const Rect& frame,
                         const Theme& theme, const Typesetter& typesetter) {
    return Placer{std::move(requests), obstacles, frame, theme, typesetter}.run();
}

} // namespace render
