#include "assets/feeds/ais/parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace assets::ais {

namespace {

/// One bit of 55: five channels (blank, A to D) times eleven ids (none, 0 to 9).
std::uint64_t id_bit(char channel, int sequence) noexcept {
    const int row = channel == ' ' ? 0 : channel - 'A' + 1;
    return std::uint64_t{1} << (row * 11 + sequence + 1);
}

} // namespace

Parts::Entry Parts::begin(const Sentence& sentence, std::string_view source) {
    const std::uint64_t bit = id_bit(sentence.channel, sentence.sequence);
    std::size_t of_source = 0;
    Entry oldest = m_pending.end();
    for (auto other = m_pending.begin(); other != m_pending.end();) {
        if (other->source != source) {
            ++other;
        } else if ((other->begun_since & bit) != 0) {
            other = give_up(other);
        } else {
            if (id_bit(other->channel, other->sequence) != bit) other->begun_since |= bit;
            if (of_source++ == 0) oldest = other;
            ++other;
        }
    }
    if (of_source >= max_pending_of_source)
        give_up(oldest);
    else if (m_pending.size() >= max_pending)
        give_up(m_pending.begin());
    Pending& fresh = m_pending.emplace_back();
    fresh.source = source;
    fresh.formatter = sentence.formatter;
    fresh.channel = sentence.channel;
    fresh.sequence = sentence.sequence;
    fresh.total = sentence.total;
    return std::prev(m_pending.end());
}

std::optional<Parts::Assembled> Parts::take(const Sentence& sentence, const Context& context) {
    expire(context.received);
    const auto belongs = [&](const Pending& p) {
        return p.sequence == sentence.sequence && p.channel == sentence.channel && p.total == sentence.total &&
               p.formatter == sentence.formatter && p.source == context.source;
    };
    auto pending = std::find_if(m_pending.begin(), m_pending.end(), belongs);
    const auto slot = static_cast<std::size_t>(sentence.part - 1);
    if (pending != m_pending.end() && !pending->parts[slot].payload.empty()) {
        if (pending->parts[slot].payload == sentence.payload) {
            ++m_lost.part_repeated;
            return std::nullopt;
        }
        // Another message has begun under this id, so the rest of the old one will not arrive.
        give_up(pending);
        pending = m_pending.end();
    }
    if (pending == m_pending.end()) pending = begin(sentence, context.source);
    pending->parts[slot] = {std::string{sentence.payload}, std::string{context.raw}, sentence.fill_bits};
    pending->last = context.received;
    pending->singles = pending->overtaken = 0;
    if (!pending->time) pending->time = context.time;
    pending->doubtful_tag = pending->doubtful_tag || context.doubtful_tag;
    if (++pending->have < pending->total) return std::nullopt;
    return finish(pending);
}

std::optional<Parts::Assembled> Parts::finish(Entry entry) {
    const Pending pending = std::move(*entry);
    bool began_later = false;
    for (auto other = m_pending.begin(); other != m_pending.end();) {
        began_later = began_later || other == entry;
        const bool same_source = other != entry && other->source == pending.source;
        const bool hopeless =
            same_source && (other->parts[0].payload.empty() || (!began_later && ++other->overtaken > max_overtaken));
        other = hopeless ? give_up(other) : std::next(other);
    }
    m_pending.erase(entry);
    Assembled whole;
    whole.time = pending.time;
    whole.doubtful_tag = pending.doubtful_tag;
    bool valid = true;
    for (std::size_t i = 0; i < static_cast<std::size_t>(pending.total); ++i) {
        const Part& part = pending.parts[i];
        valid = valid && whole.payload.append(part.payload, part.fill_bits);
        if (i > 0) whole.raw += ' ';
        whole.raw += part.raw;
    }
    if (valid) return whole;
    m_lost.malformed += static_cast<std::uint64_t>(pending.total);
    return std::nullopt;
}

void Parts::count_single(std::string_view source) {
    for (auto pending = m_pending.begin(); pending != m_pending.end();) {
        const bool given_up =
            pending->source == source && (pending->parts[0].payload.empty() || ++pending->singles > max_singles);
        pending = given_up ? give_up(pending) : std::next(pending);
    }
}

void Parts::expire(Instant now) {
    for (auto pending = m_pending.begin(); pending != m_pending.end();)
        pending = now - pending->last > max_age ? give_up(pending) : std::next(pending);
}

void Parts::clear() {
    while (!m_pending.empty())
        give_up(m_pending.begin());
}

Parts::Entry Parts::give_up(Entry entry) {
    m_lost.part_missing += static_cast<std::uint64_t>(entry->have);
    return m_pending.erase(entry);
}

Parts::Lost Parts::take_lost() noexcept {
    return std::exchange(m_lost, {});
}

} // namespace assets::ais
