// The passes of the closure: each is one kind of inference, named after what it looks for, and returns whether it
// concluded anything. The loop in passes/closure.cpp runs them to a fixed point.
#pragma once

#include "theories/state.hpp"

namespace porism {

bool complete_lines(State&);
bool merge_coincident_points(State&);
bool find_similar_triangles(State&);
bool find_circles_by_radii(State&);
bool find_circles_by_angles(State&);
bool find_centres(State&);
bool relate_arcs_and_chords(State&);
bool add_collinear_lengths(State&);
bool transfer_ratios(State&);
bool relate_perpendiculars_and_squares(State&);
bool apply_stewart(State&);
bool cut_by_parallels(State&);
bool complete_proportions(State&);
bool apply_sine_laws(State&);
bool relate_powers(State&);

}  // namespace porism
