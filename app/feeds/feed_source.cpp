#include "app/feeds/feed_source.hpp"

#include "app/feeds/source/feed_core.hpp"

#include <thread>

namespace app {

FeedSource::FeedSource(FeedUrl url, FeedOptions options)
    : m_core{std::make_shared<FeedCore>(std::move(url), std::move(options))} {
    // Detached, because a name lookup cannot be cancelled and the owner must not wait for it.
    std::thread{[core = m_core] {
        run_feed(core);
    }}.detach();
}

FeedSource::~FeedSource() {
    m_core->stop();
}

std::size_t FeedSource::take(std::vector<assets::FeedMessage>& out, std::size_t most) {
    return m_core->take(out, most);
}

void FeedSource::set_recorder(std::shared_ptr<Recorder> recorder) {
    m_core->set_recorder(std::move(recorder));
}

FeedState FeedSource::state() const {
    return m_core->state();
}

const FeedUrl& FeedSource::url() const noexcept {
    return m_core->url;
}

} // namespace app
