#include "app/feeds/source/newest_queue.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <random>
#include <string>

using app::NewestQueue;

namespace {

assets::FeedMessage position(const std::string& key, int second) {
    assets::FeedMessage message;
    message.key = key;
    message.time = assets::Instant{std::chrono::seconds{second}};
    message.position = geo::lonlat(10, 50);
    return message;
}

assets::FeedMessage statement(const std::string& key, int second) {
    auto message = position(key, second);
    message.position.reset();
    return message;
}

std::string all_of(NewestQueue& queue) {
    std::vector<assets::FeedMessage> out;
    queue.take(out, 1'000'000);
    std::string text;
    for (const auto& message : out)
        text += (text.empty() ? "" : " ") + message.key + (message.position ? "@" : "#") +
                std::to_string(message.time.time_since_epoch() / std::chrono::seconds{1});
    return text;
}

} // namespace

TEST_CASE("messages are taken in the order in which they arrived", "[feeds]") {
    NewestQueue queue{10};
    for (int n = 0; n < 5; ++n)
        queue.push(position(n % 2 == 0 ? "a" : "b", n));
    std::vector<assets::FeedMessage> out;
    CHECK(queue.take(out, 2) == 2);
    CHECK(out[1].key == "b");
    CHECK(all_of(queue) == "a@2 b@3 a@4");
    CHECK(queue.empty());
    CHECK(queue.bytes() == 0);
    CHECK(queue.dropped() == 0);
}

TEST_CASE("a full queue drops superseded messages, then statements, then the oldest", "[feeds]") {
    NewestQueue queue{4};
    queue.push(position("a", 0));
    queue.push(statement("a", 1));
    queue.push(position("b", 2));
    queue.push(position("b", 3));
    queue.push(position("c", 4)); // drops b@2
    CHECK(queue.dropped() == 1);
    queue.push(position("d", 5)); // drops a#1
    queue.push(position("e", 6)); // only newest positions are left: drops a@0
    CHECK(queue.dropped() == 3);
    CHECK(all_of(queue) == "b@3 c@4 d@5 e@6");
}

TEST_CASE("a statement does not supersede a position", "[feeds]") {
    NewestQueue queue{2};
    queue.push(position("a", 0));
    queue.push(statement("a", 1));
    queue.push(statement("a", 2));
    CHECK(all_of(queue) == "a@0 a#2");
}

TEST_CASE("the newest position of every vessel stays, and the counts add up", "[feeds]") {
    std::mt19937 random{20'240'731};
    NewestQueue queue{60};
    std::map<std::string, std::string> newest; // by vessel, of those in the queue
    std::uint64_t pushed = 0, taken = 0;
    for (int round = 0; round < 200; ++round) {
        for (int n = 0; n < 300; ++n) {
            const auto key = "v" + std::to_string(random() % 50);
            const bool has_position = random() % 3 != 0;
            queue.push(has_position ? position(key, static_cast<int>(pushed))
                                    : statement(key, static_cast<int>(pushed)));
            if (has_position) newest[key] = key + "@" + std::to_string(pushed);
            ++pushed;
            REQUIRE(queue.size() <= 60);
        }
        std::vector<assets::FeedMessage> some;
        taken += queue.take(some, random() % 20);
        for (const auto& message : some)
            if (newest[message.key] ==
                message.key + "@" + std::to_string(message.time.time_since_epoch() / std::chrono::seconds{1}))
                newest.erase(message.key);
        if (round % 10 != 9) continue;
        taken += queue.size();
        const auto text = " " + all_of(queue) + " ";
        for (const auto& [key, expected] : newest)
            REQUIRE(text.find(" " + expected + " ") != std::string::npos);
        newest.clear();
    }
    CHECK(pushed == taken + queue.dropped());
    CHECK(queue.bytes() == 0);
}

TEST_CASE("the memory of a few enormous messages is bounded too", "[feeds]") {
    NewestQueue queue{1000, 10'000'000};
    for (int n = 0; n < 50; ++n) {
        auto message = position("u" + std::to_string(n), n);
        message.raw.assign(1'000'000, 'x');
        queue.push(std::move(message));
    }
    CHECK(queue.size() == 9);
    CHECK(queue.dropped() == 41);
}
