#pragma once

namespace app {

class FeedCore;

/// Both run on the feed's thread until the feed has ended or is to stop.
void run_network_feed(FeedCore&); ///< tcp and udp
void run_log_feed(FeedCore&);     ///< a file, or standard input

} // namespace app
