// What the form says about a report before it is written.
#include "app/session/files/fix_preview.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace session_test;
using Catch::Contains;

namespace {

app::AddFix report(const std::string& asset, const std::string& from, const std::string& place) {
    app::AddFix fix;
    fix.asset = asset;
    fix.from = from;
    fix.place = place;
    fix.kind = "reported";
    fix.sources = "s1";
    return fix;
}

/// Asks the session what the fix would change, and checks that no file has changed.
std::shared_ptr<const app::FixPreview> preview(app::Session& session, const Scratch& folder, const app::AddFix& fix) {
    const auto before = folder.read("positions.csv");
    const auto files = folder.files();
    done(apply_and_wait(session, app::PreviewFix{fix}));
    CHECK(folder.read("positions.csv") == before);
    CHECK(folder.files() == files);
    REQUIRE(session.fix_preview() != nullptr);
    CHECK(session.fix_preview()->row == fix);
    return session.fix_preview();
}

std::vector<std::string> codes(const app::FixPreview& preview) {
    std::vector<std::string> all;
    for (const auto& doubt : preview.doubts)
        all.push_back(doubt.code);
    return all;
}

using Codes = std::vector<std::string>;

struct Small {
    Scratch folder{"map-small"};
    app::Session session = session_test::session();
    Small() { open(session, folder.path()); }
    [[nodiscard]] std::shared_ptr<const app::FixPreview> of(const app::AddFix& fix) {
        return preview(session, folder, fix);
    }
};

} // namespace

TEST_CASE("a preview says where the asset was on that day and where the report puts it", "[session][preview]") {
    Small small;
    const auto p = small.of(report("alpha", "2024-06-11", "Busan"));
    CHECK(p->refusal.empty());
    CHECK_THAT(p->was, Catch::StartsWith("Was on 11 June 2024: in the East China Sea (reported"));
    CHECK_THAT(p->becomes, Catch::StartsWith("Becomes: Busan (reported, within "));
    CHECK(p->decides);
    CHECK(p->show == utc("2024-06-11T12:00Z"));
    const auto later = small.of(report("alpha", "2024-06-20", "Busan"));
    CHECK_THAT(later->was, Contains("last reported 12 June 2024"));
}

TEST_CASE("a preview names another place on that day that no speed allows", "[session][preview]") {
    Small small;
    const auto added = report("alpha", "2024-06-20", "Busan");
    done(apply_and_wait(small.session, added));
    const auto p = small.of(report("alpha", "2024-06-20", "Halifax"));
    CHECK(codes(*p) == Codes{"too_fast"});
    CHECK_THAT(p->doubts.at(0).message, Contains("Busan, 2024-06-20"));
    CHECK(small.of(report("alpha", "2024-06-20", "Jinhae"))->doubts.empty());
    auto at_sea = report("echo", "2024-06-25", "");
    at_sea.area = "taiwan-strait";
    done(apply_and_wait(small.session, at_sea));
    CHECK(codes(*small.of(report("echo", "2024-06-25", "Halifax"))) == Codes{"too_fast"});
    CHECK_THAT(small.session.fix_preview()->was, Catch::StartsWith("Was on 25 June 2024: in the Taiwan Strait"));
}

TEST_CASE("a preview finds a repetition, a day outside the deployment and a missing source, the gravest first",
          "[session][preview]") {
    Small small;
    small.folder.write("deployments.csv", "asset,from,to\ncharlie,2024-06-01,2024-06-15\n");
    done(apply_and_wait(small.session, app::ReloadScenario{}));
    auto again = report("charlie", "2024-06-10", "Sasebo");
    again.to = "2024-06-12";
    again.lon = "129.7";
    again.lat = "33.15";
    CHECK(codes(*small.of(again)) == Codes{"duplicate_report"});
    auto late = report("charlie", "2024-06-20", "Sasebo");
    late.sources.clear();
    CHECK(codes(*small.of(late)) == Codes{"outside_deployment", "no_source"});
    CHECK_FALSE(small.session.fix_preview()->decides);
    CHECK(codes(*small.of(report("alpha", "2024-07-20", "Busan"))) == Codes{"outside_time", "after_data_to"});
    small.folder.write("sources.csv", "id,title\n");
    small.folder.write("positions.csv", "asset,from,place\nalpha,2024-06-10,Busan\n");
    done(apply_and_wait(small.session, app::ReloadScenario{}));
    late = report("alpha", "2024-06-20", "Busan");
    late.sources.clear();
    CHECK(codes(*small.of(late)) == Codes{"no_source"}); // although check says it once for the whole scenario
}

TEST_CASE("a preview finds that a report makes the next one too fast", "[session][preview]") {
    Small small;
    const auto p = small.of(report("bravo", "2024-06-11T12:00Z", "Halifax"));
    const auto codes_found = codes(*p);
    CHECK(std::count(codes_found.begin(), codes_found.end(), "too_fast") == 2);
    const bool other_row = std::any_of(p->doubts.begin(), p->doubts.end(), [](const auto& d) { return d.line == 4; });
    CHECK(other_row);
}

TEST_CASE("a preview says why the reader would refuse the row", "[session][preview]") {
    Small small;
    CHECK_THAT(small.of(report("alpha", "2024-06-20", "Sassebo"))->refusal, Contains("Sasebo"));
    CHECK_THAT(small.of(report("alpha", "2024-06-31", "Sasebo"))->refusal, Contains("positions.csv:11: from: "));
    CHECK_THAT(small.of(report("nobody", "2024-06-20", "Sasebo"))->refusal, Contains("there is no asset"));
}

TEST_CASE("a report outside the deployments of its asset says that no map shows it", "[session][preview]") {
    Small small;
    small.folder.write("deployments.csv", "asset,from,to,operation\nalpha,2024-06-01,2024-06-12,Op TEST\n");
    done(apply_and_wait(small.session, app::ReloadScenario{}));
    const auto p = small.of(report("alpha", "2024-06-20", "Busan"));
    CHECK_FALSE(p->decides);
    CHECK(p->becomes == "Stays, because a report counts only during a deployment (deployments.csv): not deployed.");
    CHECK(app::unseen_words(*p, utc("2024-06-05T12:00Z")) ==
          "The map does not show it: HMCS Alpha is not deployed then; see deployments.csv.");
    CHECK(std::ranges::count(codes(*p), "outside_deployment") == 1);
}

TEST_CASE("a report that cannot be seen at the time shown says when it can", "[session][preview]") {
    Small small;
    const auto p = small.of(report("alpha", "2024-06-20", "Busan"));
    CHECK(app::unseen_words(*p, utc("2024-06-05T12:00Z")) ==
          "It is not on the map of 5 June 2024; it is on that of 20 June 2024.");
    CHECK(app::unseen_words(*p, utc("2024-06-11T12:00Z")) ==
          "It is not on the map of 11 June 2024; it is on that of 20 June 2024.");
    CHECK(app::unseen_words(*p, utc("2024-06-20T03:00Z")).empty());
    CHECK(app::unseen_words(*p, utc("2024-06-21T12:00Z")).empty()); // held
    CHECK(app::unseen_words(*p, utc("2024-09-01T12:00Z")) ==        // lost: decided by this report, and not drawn
          "It is not on the map of 1 September 2024; it is on that of 20 June 2024.");
    const auto wide = small.of([] {
        auto fix = report("charlie", "2024-06-11", "");
        fix.area = "east-china-sea";
        return fix;
    }());
    CHECK_FALSE(wide->decides);
    CHECK_THAT(app::unseen_words(*wide, utc("2024-06-11T12:00Z")), Contains("another report of that time decides"));

    small.session.apply(app::GoToTime{utc("2024-06-05T12:00Z")});
    const auto outcome = apply_and_wait(small.session, report("alpha", "2024-06-20", "Busan"));
    CHECK(outcome.sentence ==
          "Added to positions.csv. It is not on the map of 5 June 2024; it is on that of 20 June 2024.");
    small.session.apply(app::GoToTime{utc("2024-06-22T12:00Z")});
    CHECK(apply_and_wait(small.session, report("alpha", "2024-06-22", "Busan")).sentence == "Added to positions.csv");
}

TEST_CASE("a preview is forgotten when the scenario changes, and needs one that can be changed", "[session][preview]") {
    Small small;
    static_cast<void>(small.of(report("alpha", "2024-06-20", "Busan")));
    done(apply_and_wait(small.session, app::ReloadScenario{}));
    CHECK(small.session.fix_preview() == nullptr);
    open(small.session, "builtin:canada-2024");
    CHECK_THAT(small.session.apply(app::PreviewFix{report("hmcs-ottawa", "2024-06-20", "Busan")}).sentence,
               Contains("Save a copy"));
}

TEST_CASE("a new source is written to sources.csv with its report, and undone and redone with it",
          "[session][preview]") {
    Small small;
    auto fix = report("alpha", "2024-06-20", "Busan");
    fix.sources.clear();
    fix.new_source = app::NewSource{"Frégate visits Busan, again", "", "", "https://example.org/visit"};
    CHECK_THAT(small.of(fix)->refusal, Contains("sources.csv has no column 'url'"));
    small.folder.write("sources.csv", "id,title,url\ns1,Made up for the tests,\n");
    done(apply_and_wait(small.session, app::ReloadScenario{}));
    const auto sources = small.folder.read("sources.csv"), positions = small.folder.read("positions.csv");
    CHECK(small.of(fix)->doubts.empty());
    done(apply_and_wait(small.session, fix));
    CHECK(small.folder.read("sources.csv") ==
          sources + "fregate-visits-busan-again,\"Frégate visits Busan, again\",https://example.org/visit\n");
    CHECK(small.folder.read("positions.csv") ==
          positions + "alpha,2024-06-20,,,,Busan,,,,fregate-visits-busan-again\n");
    const auto with_source = small.folder.read("sources.csv"), with_fix = small.folder.read("positions.csv");
    done(apply_and_wait(small.session, app::UndoFix{}));
    CHECK(small.folder.read("sources.csv") == sources);
    CHECK(small.folder.read("positions.csv") == positions);
    done(apply_and_wait(small.session, app::RedoFix{}));
    CHECK(small.folder.read("sources.csv") == with_source);
    CHECK(small.folder.read("positions.csv") == with_fix);
    // If one of the two files has been changed by others, neither is restored.
    small.folder.write("sources.csv", with_source + "s2,Another,\n");
    CHECK_THAT(apply_and_wait(small.session, app::UndoFix{}).sentence, Contains("sources.csv has been changed since"));
    CHECK(small.folder.read("positions.csv") == with_fix);
}

TEST_CASE("a new source gets an id of its own", "[session][preview]") {
    assets::Scenario scenario;
    CHECK(app::id_for({"US 7th Fleet", "", "", ""}, scenario) == "us-7th-fleet");
    CHECK(app::id_for({"", "", "", "https://example.org"}, scenario) == "source");
    CHECK(app::id_for({"부산 입항", "", "", ""}, scenario) == "source");
    assets::Source source{};
    source.id = "us-7th-fleet";
    scenario.sources.push_back(source);
    CHECK(app::id_for({"US 7th Fleet", "", "", ""}, scenario) == "us-7th-fleet-2");
}
