#include "assets/timeline/snapshot.hpp"

#include "assets/timeline/moment.hpp"
#include "geo/earth/geodesic.hpp"

#include <cassert>
#include <stdexcept>

namespace assets {

geo::Polyline Leg::polyline(double step_m) const {
    return path ? path->polyline(step_m) : geo::geodesic_polyline(from, to, step_m);
}

std::size_t States::size() const noexcept {
    return m_moment ? m_moment->size() : m_given.size();
}

const State& States::operator[](std::size_t i) const {
    assert(i < size());
    return m_moment ? m_moment->state(i) : m_given[i];
}

const State& States::at(std::size_t i) const {
    if (i >= size()) throw std::out_of_range{"no state has this index"};
    return (*this)[i];
}

const States& States::compute_all() const {
    if (m_moment) m_moment->compute_all();
    return *this;
}

void States::clear() noexcept {
    m_moment.reset();
    m_given.clear();
}

void States::push_back(State state) {
    assert(!m_moment);
    m_given.push_back(std::move(state));
}

std::size_t Legs::size() const {
    return m_moment ? m_moment->legs().size() : 0;
}

const Leg& Legs::operator[](std::size_t i) const {
    assert(i < size());
    return *m_moment->legs()[i];
}

Snapshot snapshot_of(const Scenario& s, std::shared_ptr<const Moment> moment, Instant t) {
    Snapshot snapshot;
    snapshot.at = t;
    snapshot.states = States{moment};
    snapshot.legs = Legs{std::move(moment)};
    for (std::size_t i = 0; i < s.zones.size(); ++i) {
        const Zone& z = s.zones[i];
        if ((!z.valid_from || *z.valid_from <= t) && (!z.valid_to || t <= *z.valid_to))
            snapshot.zones.push_back(static_cast<ZoneIndex>(i));
    }
    for (std::size_t i = 0; i < s.events.size() && s.events[i].from <= t; ++i)
        if (t <= s.events[i].to) snapshot.events.push_back(i);
    return snapshot;
}

Snapshot snapshot_at(const Scenario& s, Instant t) {
    return snapshot_of(s, std::make_shared<const Moment>(s, t), t);
}

} // namespace assets
