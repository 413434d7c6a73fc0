import "../elements/watch";
