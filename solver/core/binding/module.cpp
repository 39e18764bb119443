// The Python face of the core, as thin as it can be: points are numbers, whatever has a name has it on both sides.
#include "binding/binding.hpp"

NB_MODULE(_core, m) {
    using namespace porism::binding;
    nanobind::set_leak_warnings(false);  // a command ends without a last look for garbage: solver/runtime/garbage.py
    m.doc() = "The compiled core of porism: figures, linear theories, closure.";
    add_theorems(m);
    add_closure(m);
    add_node(m);
    add_linear(m);
    add_tracing(m);
    add_residuals(m);
}
