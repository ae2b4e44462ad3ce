#define CATCH_CONFIG_RUNNER // compiles Catch2 2 here; Catch2 3 is a library and ignores the macro
#include "tests/support/catch.hpp"

int main(int argc, char* argv[]) {
    return Catch::Session().run(argc, argv);
}
