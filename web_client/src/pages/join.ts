import "../elements/join";
