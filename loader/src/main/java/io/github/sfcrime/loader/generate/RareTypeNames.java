package io.github.sfcrime.loader.generate;

import java.util.List;

/** Names for rare types, in the way dispatchers jot them down: codes and catchwords, put together. */
final class RareTypeNames {

    private static final List<String> WORDS = List.of(
            "Alley",
            "Bicycle",
            "Boat",
            "Bus",
            "Child",
            "Crowd",
            "Dispute",
            "Dog",
            "Door",
            "Driveway",
            "Elevator",
            "Fence",
            "Fireworks",
            "Forgery",
            "Found Item",
            "Garage",
            "Gate",
            "Glass",
            "Group",
            "Hazard",
            "Keys",
            "Ladder",
            "Lobby",
            "Lost Item",
            "Mailbox",
            "Moped",
            "Neighbor",
            "Noise",
            "Package",
            "Parade",
            "Park",
            "Phone",
            "Pickup",
            "Queue",
            "Roof",
            "Scooter",
            "Sidewalk",
            "Smoke",
            "Stairs",
            "Street Light",
            "Taxi",
            "Tent",
            "Trailer",
            "Truck",
            "Vendor",
            "Wallet",
            "Water",
            "Window");

    private static final List<String> JOINTS = List.of("/", " ", " / ", "/ ");

    private RareTypeNames() {}

    /** The name of that index; no two indexes have the same. */
    static String name(int index) {
        int rest = index;
        StringBuilder name = new StringBuilder(WORDS.get(rest % WORDS.size()));
        rest /= WORDS.size();
        while (rest > 0) {
            rest--;
            name.append(JOINTS.get(rest % JOINTS.size()));
            rest /= JOINTS.size();
            name.append(200 + rest % 800);
            rest /= 800;
        }
        return name.toString();
    }
}
