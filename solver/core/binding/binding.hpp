// What the files of the binding share. Each adds some classes to the module; solver/core/binding/module.cpp calls them all.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include "binding/checks.hpp"
#include "passes/closure.hpp"
#include "theorems/pattern.hpp"

namespace porism::binding {

namespace nb = nanobind;

// Coordinates (diagrams, points, 2).
using Coordinates = nb::ndarray<const double, nb::shape<-1, -1, 2>, nb::c_contig, nb::device::cpu>;

// Raises ValueError where a figure can't be so; room: for how many points more.
std::vector<std::vector<Vec>> diagrams_of(const Coordinates& xy, std::size_t room = 0);

// What a closure knows, in a form that doesn't depend on how it was reached: in each theory the number of the first pair
// with the same value, for every pair; then the known circles as sorted sets of points.
std::vector<std::vector<int>> fingerprint(const Closure& closure);

// Theorems as Python makes them, each with its symmetries and plans.
class Theorems {
public:
    void add(TheoremPattern theorem);
    std::size_t size() const { return library_->theorems.size(); }
    const TheoremPattern& at(std::size_t theorem) const {
        checks::require(theorem < size(), "there is no theorem of this number");
        return library_->theorems[theorem];
    }
    std::shared_ptr<const TheoremLibrary> library() const { return library_; }

private:
    std::shared_ptr<TheoremLibrary> library_ = std::make_shared<TheoremLibrary>();
};

// The members of an enumeration, in its order.
template <typename Enum, std::size_t N>
void add_enumeration(nb::module_& m, const char* name, const std::array<const char*, N>& members) {
    nb::enum_<Enum> all(m, name);
    for (std::size_t i = 0; i < N; ++i) all.value(members[i], static_cast<Enum>(i));
}

void add_closure(nb::module_& m);
void add_node(nb::module_& m);
void add_theorems(nb::module_& m);
void add_linear(nb::module_& m);
void add_tracing(nb::module_& m);
void add_residuals(nb::module_& m);

}  // namespace porism::binding
