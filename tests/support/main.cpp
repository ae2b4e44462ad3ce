#define CATCH_CONFIG_RUNNER // has Catch2 2 compiled here; Catch2 3 is a library and ignores it
#include "tests/support/catch.hpp"

int main(int argc, char* argv[]) {
    return Catch::Session().run(argc, argv);
}
